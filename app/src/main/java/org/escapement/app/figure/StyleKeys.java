package org.escapement.app.figure;

import java.util.Optional;
import org.escapement.plot.Dash;
import org.escapement.plot.LineStyle;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;

/** The keys {@code colour}, {@code dash} and {@code width} of anything drawn as a line. */
record StyleKeys(Optional<Node> colour, Optional<Node> dash, Optional<Node> width) {

    static StyleKeys of(Fields f) {
        return new StyleKeys(f.optional("colour"), f.optional("dash"), f.optional("width"));
    }

    /** The style, with what is left open taken from another. */
    LineStyle over(LineStyle preset) {
        Dash pattern = dash.map(n -> Words.constant(n, "dash", Dash.class)).orElse(preset.dash());
        double points = width.map(n -> Numbers.within(n, "width", 0.05, 20)).orElse(preset.width());
        LineStyle plain = new LineStyle(preset.colour(), pattern, points);
        return colour.map(n -> Words.at(
                        n.position(),
                        () -> new LineStyle(Fields.scalar(n, "colour").text(), pattern, points)))
                .orElse(plain);
    }
}
