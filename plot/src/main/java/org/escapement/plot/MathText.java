package org.escapement.plot;

import java.awt.Insets;
import java.awt.geom.Path2D;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/**
 * Lays out labels: plain text with mathematics between dollar signs, in the Computer Modern fonts that the layout
 * library carries. Not for use by several threads.
 */
final class MathText {
    /** The library keeps its fonts and symbols in static tables that it fills while it parses. */
    private static final Object LIBRARY = new Object();

    private final Map<String, Glyphs> known = new HashMap<>();

    Glyphs layout(String text, double size) {
        return text.isBlank() ? Glyphs.NONE : known.computeIfAbsent(size + " " + text, key -> fresh(text, size));
    }

    private static Glyphs fresh(String text, double size) {
        synchronized (LIBRARY) {
            try {
                TeXIcon icon = new TeXFormula(latex(text)).createTeXIcon(TeXConstants.STYLE_TEXT, (float) size);
                icon.setInsets(new Insets(0, 0, 0, 0), true);
                ShapeRecorder recorder = new ShapeRecorder();
                // The height of the icon reaches from the top to below the base line.
                double ascent = icon.getTrueIconHeight() - icon.getTrueIconDepth();
                recorder.translate(0, -ascent);
                icon.paintIcon(null, recorder, 0, 0);
                Path2D outline = recorder.outline();
                return new Glyphs(outline, icon.getTrueIconWidth(), ascent, icon.getTrueIconDepth());
            } catch (ParseException e) {
                throw new FigureException(
                        "The label \"" + text + "\" cannot be set: " + e.getMessage() + ". Check its mathematics.", e);
            }
        }
    }

    /** The label as one formula: text outside dollar signs becomes upright. */
    static String latex(String text) {
        StringBuilder formula = new StringBuilder();
        String[] parts = text.split("(?<!\\\\)\\$", -1);
        if (parts.length % 2 == 0) {
            throw new FigureException("The label \"" + text
                    + "\" has an odd number of dollar signs: mathematics stands between two of them.");
        }
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                checkBraces(text, parts[i]);
                formula.append('{').append(greek(parts[i], "")).append('}');
            } else if (!parts[i].isEmpty()) {
                formula.append("\\text{")
                        .append(greek(escaped(parts[i].replace("\\$", "$")), "$"))
                        .append('}');
            }
        }
        return formula.toString();
    }

    /** The library forgives open braces and sets something else than was meant. */
    private static void checkBraces(String text, String formula) {
        int open = 0;
        for (int i = 0; i < formula.length() && open >= 0; i++) {
            boolean command = i > 0 && formula.charAt(i - 1) == '\\';
            open += formula.charAt(i) == '{' && !command ? 1 : 0;
            open -= formula.charAt(i) == '}' && !command ? 1 : 0;
        }
        if (open != 0) {
            throw new FigureException("The label \"" + text + "\" has braces without partner in its mathematics.");
        }
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '%', '#', '&', '_', '{', '}', '$' -> out.append('\\').append(c);
                case '\\' -> out.append("\\backslash ");
                case '^' -> out.append("\\hat{}");
                case '~' -> out.append("\\sim ");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** Greek letters typed as themselves, as commands. */
    private static String greek(String text, String mathMark) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            String name = c < 0x370 || c > 0x3ff ? "" : Character.getName(c);
            if (name.matches("GREEK (SMALL|CAPITAL) LETTER [A-Z]+")) {
                String letter = name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
                letter = letter.equals("lamda") ? "lambda" : letter;
                String command = name.contains("CAPITAL")
                        ? Character.toUpperCase(letter.charAt(0)) + letter.substring(1)
                        : letter;
                out.append(mathMark).append('\\').append(command).append(mathMark.isEmpty() ? " " : mathMark);
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
