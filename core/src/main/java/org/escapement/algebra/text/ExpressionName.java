package org.escapement.algebra.text;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets the text of an opaque numeric expression, such as {@code 1/(exp(beta*nu) - 1)}, token by token. */
final class ExpressionName {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<name>[A-Za-z]\\w*(?:\\.\\w+)*)(?<call>\\s*\\()?|\\^(?<power>\\d+)|(?<product>\\s*\\*\\s*)");
    private static final Set<String> LATEX_FUNCTIONS =
            Set.of("exp", "ln", "log", "sin", "cos", "tan", "sinh", "cosh", "tanh", "coth", "min", "max");

    private ExpressionName() {}

    static String typeset(String expression, Style style) {
        return TOKEN.matcher(expression).replaceAll(token -> Matcher.quoteReplacement(typeset(token, style)));
    }

    private static String typeset(MatchResult token, Style style) {
        if (token.group("product") != null) {
            return style == Style.LATEX ? " " : "·";
        }
        if (token.group("power") != null) {
            return style == Style.LATEX ? "^{" + token.group("power") + "}" : token.group();
        }
        String name = token.group("name");
        if (token.group("call") == null) {
            return SymbolName.of(name).typeset(style);
        }
        String function = LATEX_FUNCTIONS.contains(name) ? "\\" + name : "\\operatorname{" + name + "}";
        return (style == Style.LATEX ? function : name) + "(";
    }
}
