package org.escapement.expression;

/** Splits a text into numbers, dotted names, quoted texts and signs, one token of look-ahead. */
final class ExpressionTokens {

    private enum Kind {
        NUMBER,
        NAME,
        QUOTED,
        SIGN,
        END
    }

    private final String text;
    private int position;
    private int offset;
    private String current = "";
    private Kind kind = Kind.END;

    ExpressionTokens(String text) {
        this.text = text;
        advance();
    }

    String current() {
        return current;
    }

    int offset() {
        return offset;
    }

    boolean atEnd() {
        return kind == Kind.END;
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && current.equals(sign);
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isName() {
        return kind == Kind.NAME;
    }

    boolean isQuoted() {
        return kind == Kind.QUOTED;
    }

    String take() {
        String taken = current;
        advance();
        return taken;
    }

    private void advance() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) position++;
        offset = position;
        if (position >= text.length()) {
            set(Kind.END, position);
            return;
        }
        char c = text.charAt(position);
        if (isDigit(c) || (c == '.' && isDigit(at(position + 1)))) set(Kind.NUMBER, endOfNumber());
        else if (isLetter(c)) set(Kind.NAME, endOfName());
        else if (c == '"' || c == '\'') quoted(c);
        else set(Kind.SIGN, position + signLength(c));
    }

    private void set(Kind newKind, int end) {
        kind = newKind;
        current = text.substring(position, end);
        position = end;
    }

    private void quoted(char quote) {
        int end = text.indexOf(quote, position + 1);
        if (end < 0) throw new ExpressionException("the quotation mark is never closed", position);
        kind = Kind.QUOTED;
        current = text.substring(position + 1, end);
        position = end + 1;
    }

    private int signLength(char c) {
        char next = at(position + 1);
        if ((c == '<' || c == '>' || c == '=' || c == '!') && next == '=') return 2;
        if (c == '*' && next == '*') return 2;
        return 1;
    }

    private int endOfNumber() {
        int end = digits(position);
        if (at(end) == '.') end = digits(end + 1);
        if (at(end) == 'e' || at(end) == 'E') {
            int sign = at(end + 1) == '+' || at(end + 1) == '-' ? 1 : 0;
            if (isDigit(at(end + 1 + sign))) end = digits(end + 1 + sign);
        }
        if (at(end) == '.') {
            while (at(end) == '.' || isDigit(at(end))) end++;
            throw new ExpressionException("'" + text.substring(position, end) + "' is not a number", position);
        }
        return end;
    }

    private int digits(int from) {
        int end = from;
        while (isDigit(at(end))) end++;
        return end;
    }

    private int endOfName() {
        int end = position;
        while (isLetter(at(end)) || isDigit(at(end)) || (at(end) == '.' && isLetter(at(end + 1)))) end++;
        return end;
    }

    private char at(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c == '_' || Character.isLetter(c);
    }
}
