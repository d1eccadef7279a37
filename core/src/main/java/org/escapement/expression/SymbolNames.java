package org.escapement.expression;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a name from a model file looks in mathematics: {@code Omega1} is printed as a capital omega with index 1. */
public final class SymbolNames {

    private static final Map<String, String> GREEK = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("epsilon", "ε"),
            Map.entry("zeta", "ζ"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("kappa", "κ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("nu", "ν"),
            Map.entry("xi", "ξ"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("chi", "χ"),
            Map.entry("psi", "ψ"),
            Map.entry("omega", "ω"),
            Map.entry("Gamma", "Γ"),
            Map.entry("Delta", "Δ"),
            Map.entry("Theta", "Θ"),
            Map.entry("Lambda", "Λ"),
            Map.entry("Xi", "Ξ"),
            Map.entry("Sigma", "Σ"),
            Map.entry("Phi", "Φ"),
            Map.entry("Psi", "Ψ"),
            Map.entry("Omega", "Ω"),
            Map.entry("pi", "π"));

    /** A head of letters, then an optional index made of digits, a capital's lower-case tail or text after '_'. */
    private static final Pattern PARTS = Pattern.compile("([A-Za-z]+?)(?:_(\\w+)|(\\d\\w*))?");

    private SymbolNames() {}

    /** Unicode: Greek letters in place of their names, {@code Omega_1} kept as {@code Ω_1}. */
    public static String unicode(String name) {
        Matcher m = PARTS.matcher(name);
        if (!m.matches()) return name;
        String head = GREEK.getOrDefault(m.group(1), m.group(1));
        String index = m.group(2) != null ? m.group(2) : m.group(3);
        return index == null ? head : head + "_" + index;
    }

    /** LaTeX with an index as subscript; long heads upright. */
    public static String latex(String name) {
        int dot = name.indexOf('.');
        if (dot > 0) return latex(name.substring(dot + 1)) + "^{" + latex(name.substring(0, dot)) + "}";
        Matcher m = PARTS.matcher(name);
        if (!m.matches()) return "\\mathrm{" + name.replace("_", "\\_") + "}";
        String index = m.group(2) != null ? m.group(2) : m.group(3);
        String head = m.group(1);
        if (index == null && head.length() == 2 && !GREEK.containsKey(head)) {
            index = head.substring(1);
            head = head.substring(0, 1);
        }
        return head(head) + (index == null ? "" : "_{" + index(index) + "}");
    }

    private static String head(String head) {
        if (GREEK.containsKey(head)) return "\\" + head;
        return head.length() == 1 ? head : "\\mathrm{" + head + "}";
    }

    private static String index(String index) {
        if (GREEK.containsKey(index)) return "\\" + index;
        return index.length() == 1 || Character.isDigit(index.charAt(0)) ? index : "\\mathrm{" + index + "}";
    }
}
