package org.escapement.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One command with what it left on the two streams; no command may ever show a stack trace. */
record Terminal(int code, String out, String err) {

    static Terminal run(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] arguments =
                java.util.Arrays.stream(words).map(Object::toString).toArray(String[]::new);
        int code = Main.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        Terminal t = new Terminal(code, out.toString(), err.toString());
        assertFalse(t.everything().contains("\tat "), t.everything());
        return t;
    }

    /** Runs a command that must succeed and returns what it printed. */
    static String good(Object... words) {
        Terminal t = run(words);
        assertEquals(0, t.code(), t.everything());
        return t.out();
    }

    /** The first line of the complaint of a command that must end with the given code. */
    static String complaint(int code, Object... words) {
        Terminal t = run(words);
        assertEquals(code, t.code(), t.everything());
        assertEquals("", t.out());
        return t.err().lines().findFirst().orElse("");
    }

    String lastLine() {
        return out.lines().reduce("", (a, b) -> b);
    }

    private String everything() {
        return out + err;
    }
}
