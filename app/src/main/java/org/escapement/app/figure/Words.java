package org.escapement.app.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.escapement.plot.FigureException;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Position;
import org.escapement.yaml.SourceException;

/** Words of figure sections for the choices that plots offer. */
final class Words {
    private Words() {}

    /** One of an enumeration, written in small letters with spaces: {@code dash dot} for {@code DASH_DOT}. */
    static <E extends Enum<E>> E constant(Node node, String what, Class<E> type) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .map(c -> c.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
        return type.getEnumConstants()[words.indexOf(Fields.choice(node, what, words))];
    }

    static boolean yes(Node node, String key) {
        return Fields.choice(node, "value of '" + key + "'", List.of("true", "false"))
                .equals("true");
    }

    /** Makes a part of a plot; what the plot refuses is reported at this place of the file. */
    static <T> T at(Position position, Supplier<T> part) {
        try {
            return part.get();
        } catch (FigureException e) {
            throw new SourceException(position, e.getMessage());
        }
    }
}
