package org.escapement.algebra.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An ASCII name taken apart into a base and subscripts: omega_at, Jz, n1 and mirror.X become omega with at, J with z,
 * n with 1 and X with mirror. Names that are words keep together.
 */
record SymbolName(String base, List<String> subscripts) {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z]\\w*(\\.\\w+)*");
    private static final Pattern SHORT_SUBSCRIPT = Pattern.compile("[A-Zxyz]\\d*|\\d+");
    private static final String SUBSCRIPTS = "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓ";

    SymbolName {
        subscripts = List.copyOf(subscripts);
    }

    static boolean isIdentifier(String text) {
        return IDENTIFIER.matcher(text).matches();
    }

    /** Whether the text can stand in a product or under a power without parentheses: a name or one function call. */
    static boolean isAtomic(String text) {
        if (isIdentifier(text)) {
            return true;
        }
        int open = text.indexOf('(');
        return open > 0 && isIdentifier(text.substring(0, open)) && closing(text, open) == text.length() - 1;
    }

    /** Where the parenthesis opened at the given place closes, or -1. */
    static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    static SymbolName of(String name) {
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            return of(name.substring(dot + 1)).with(name.substring(0, dot));
        }
        List<String> parts = new ArrayList<>(List.of(name.split("_")));
        String first = parts.removeFirst();
        String base = first.isEmpty() ? first : first.substring(0, baseLength(first));
        List<String> subscripts = new ArrayList<>();
        if (base.length() < first.length()) {
            subscripts.add(first.substring(base.length()));
        }
        subscripts.addAll(parts);
        return base.isEmpty() ? new SymbolName(name, List.of()) : new SymbolName(base, subscripts);
    }

    private static int baseLength(String text) {
        int base = Greek.startOf(text).map(letter -> letter.name().length()).orElse(1);
        boolean shortRest = SHORT_SUBSCRIPT.matcher(text.substring(base)).matches();
        return shortRest ? base : text.length();
    }

    SymbolName with(String subscript) {
        List<String> extended = new ArrayList<>(subscripts);
        extended.add(subscript);
        return new SymbolName(base, extended);
    }

    String typeset(Style style) {
        return switch (style) {
            case PLAIN -> base + subscripts.stream().map(part -> "_" + part).collect(Collectors.joining());
            case UNICODE ->
                part(base, style)
                        + subscripts.stream().map(SymbolName::unicodeSubscript).collect(Collectors.joining());
            case LATEX ->
                part(base, style)
                        + (subscripts.isEmpty()
                                ? ""
                                : subscripts.stream()
                                        .map(part -> part(part, style))
                                        .collect(Collectors.joining(",", "_{", "}")));
        };
    }

    /** A base or subscript by itself: words are upright in LaTeX. */
    private static String part(String text, Style style) {
        boolean word = text.length() > 1 && text.chars().anyMatch(Character::isLetter);
        String plain = style == Style.LATEX && word ? "\\mathrm{" + text.replace("_", "\\_") + "}" : text;
        return Greek.named(text).map(letter -> letter.typeset(style)).orElse(plain);
    }

    private static String unicodeSubscript(String text) {
        StringBuilder lowered = new StringBuilder();
        for (char c : text.toCharArray()) {
            int index = SUBSCRIPTS.indexOf(c);
            if (index < 0) {
                return "_" + part(text, Style.UNICODE);
            }
            lowered.append(SUBSCRIPTS.charAt(index + 1));
        }
        return Greek.named(text).isPresent() ? "_" + part(text, Style.UNICODE) : lowered.toString();
    }
}
