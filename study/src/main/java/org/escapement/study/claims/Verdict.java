package org.escapement.study.claims;

/** What became of a claim. */
public enum Verdict {
    CONFIRMED("confirmed"),
    /** The printed statement is wrong and a corrected one holds. */
    CORRECTED("corrected"),
    NOT_CONFIRMED("not confirmed"),
    /** The paper gives no number; ours is stated. */
    NOT_STATED("not stated");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
