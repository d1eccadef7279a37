package org.escapement.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.escapement.algebra.Rational;
import org.escapement.algebra.Surd;

/**
 * How a model's author normalises a collective spin. Inside the program there is only the angular momentum J with
 * [Jx, Jy] = i Jz; the author's letters are J times these factors, and the ladder letters are x ± i y.
 */
public enum SpinConvention {
    /** S = sum of sigma/2, so S = J. */
    HALF_SIGMA("sigma/2", Surd.of(1), Surd.of(1)),
    /** S = sum of sigma/sqrt2, so S = sqrt2 J. */
    SIGMA_OVER_SQRT2("sigma/sqrt2", Surd.sqrt(Rational.of(2)), Surd.sqrt(Rational.of(2))),
    /** Ladder letters are sums of sigma_±, so S± = J±, while S_z = sum of sigma_z = 2 Jz. */
    BARE_SUMS("sums", Surd.of(1), Surd.of(2));

    private final String text;
    private final Surd transverse;
    private final Surd longitudinal;

    SpinConvention(String text, Surd transverse, Surd longitudinal) {
        this.text = text;
        this.transverse = transverse;
        this.longitudinal = longitudinal;
    }

    /** The word in a model file. */
    public String text() {
        return text;
    }

    /** Factor between the author's x and y letters and Jx, Jy. */
    public Surd transverse() {
        return transverse;
    }

    /** Factor between the author's z letter and Jz. */
    public Surd longitudinal() {
        return longitudinal;
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(SpinConvention::text).toList();
    }

    public static Optional<SpinConvention> named(String word) {
        return Arrays.stream(values()).filter(c -> c.text.equals(word)).findFirst();
    }
}
