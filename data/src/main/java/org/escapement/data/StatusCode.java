package org.escapement.data;

/**
 * What became of one point of a sweep. The list of codes is open: whoever computes declares the ones in use.
 *
 * @param code small integer stored with each point; 0 is "ok", −1 is "not computed"
 * @param name one word or several joined by underscores, for example {@code step_too_small}
 * @param meaning one sentence for humans
 */
public record StatusCode(int code, String name, String meaning) {
    /** The values of the point can be used. */
    public static final StatusCode OK = new StatusCode(0, "ok", "the point was computed");

    /** No attempt has been recorded yet. */
    public static final StatusCode NOT_COMPUTED =
            new StatusCode(-1, "not_computed", "the point has not been computed yet");

    public StatusCode {
        if (name.isEmpty() || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException(
                    "Status name \"" + name + "\" must be one word: join words by underscores.");
        }
    }
}
