package org.escapement.algebra;

/**
 * An operator on one two-level atom, l = l_0 + l_x s_x + l_y s_y + l_z s_z with s = sigma/2, so that the same
 * combination of collective letters is its sum over atoms (identity aside).
 *
 * @param identity l_0
 * @param x l_x
 * @param y l_y
 * @param z l_z
 */
public record SingleAtomOperator(Coefficient identity, Coefficient x, Coefficient y, Coefficient z) {

    /** sigma_- = s_x - i s_y: decay of the excited state. */
    public static SingleAtomOperator lowering() {
        return new SingleAtomOperator(Coefficient.ZERO, Coefficient.ONE, Coefficient.I.negate(), Coefficient.ZERO);
    }

    /** sigma_+ = s_x + i s_y: pumping. */
    public static SingleAtomOperator raising() {
        return new SingleAtomOperator(Coefficient.ZERO, Coefficient.ONE, Coefficient.I, Coefficient.ZERO);
    }

    /** s_z = sigma_z/2. */
    public static SingleAtomOperator dephasing() {
        return new SingleAtomOperator(Coefficient.ZERO, Coefficient.ZERO, Coefficient.ZERO, Coefficient.ONE);
    }

    /** The same combination of single-atom letters as a linear combination of one spin's collective letters. */
    public static SingleAtomOperator from(Operator linear, CollectiveSpin spin) {
        Coefficient raising = linear.coefficient(Word.of(spin, Letter.RAISING));
        Coefficient lowering = linear.coefficient(Word.of(spin, Letter.LOWERING));
        return new SingleAtomOperator(
                linear.coefficient(Word.IDENTITY),
                raising.plus(lowering),
                raising.minus(lowering).times(Coefficient.I),
                linear.coefficient(Word.of(spin, Letter.Z)));
    }

    public SingleAtomOperator plus(SingleAtomOperator other) {
        return new SingleAtomOperator(identity.plus(other.identity), x.plus(other.x), y.plus(other.y), z.plus(other.z));
    }

    public SingleAtomOperator times(Coefficient factor) {
        return new SingleAtomOperator(identity.times(factor), x.times(factor), y.times(factor), z.times(factor));
    }
}
