package org.escapement.algebra;

import java.util.ArrayList;
import java.util.List;

/**
 * A 2x2 matrix over one tagged atom (excited state first) whose entries are operators that commute with that atom.
 * Entries keep their order under multiplication: (M M')_ij = sum_k M_ik M'_kj.
 */
record AtomMatrix(List<Operator> entries) {

    static final AtomMatrix IDENTITY = ofScalars(Coefficient.ONE, Coefficient.ZERO, Coefficient.ZERO, Coefficient.ONE);

    private static final Coefficient HALF = Coefficient.of(1, 2);

    AtomMatrix {
        entries = List.copyOf(entries);
    }

    static AtomMatrix ofScalars(Coefficient ee, Coefficient eg, Coefficient ge, Coefficient gg) {
        return new AtomMatrix(List.of(Operator.of(ee), Operator.of(eg), Operator.of(ge), Operator.of(gg)));
    }

    static AtomMatrix of(SingleAtomOperator atom) {
        Coefficient z = atom.z().times(HALF);
        Coefficient iy = atom.y().times(Coefficient.I);
        return ofScalars(
                atom.identity().plus(z),
                atom.x().minus(iy).times(HALF),
                atom.x().plus(iy).times(HALF),
                atom.identity().minus(z));
    }

    /** The tagged atom's share of a collective letter. */
    static AtomMatrix of(Letter letter) {
        return switch (letter) {
            case RAISING -> ofScalars(Coefficient.ZERO, Coefficient.ONE, Coefficient.ZERO, Coefficient.ZERO);
            case Z -> ofScalars(HALF, Coefficient.ZERO, Coefficient.ZERO, HALF.negate());
            case LOWERING -> ofScalars(Coefficient.ZERO, Coefficient.ZERO, Coefficient.ONE, Coefficient.ZERO);
            case CREATION, ANNIHILATION -> throw new IllegalArgumentException("A mode has no atoms: " + letter.word());
        };
    }

    Operator at(int row, int column) {
        return entries.get(2 * row + column);
    }

    AtomMatrix plus(AtomMatrix other) {
        List<Operator> sum = new ArrayList<>(4);
        for (int i = 0; i < 4; i++) {
            sum.add(entries.get(i).plus(other.entries.get(i)));
        }
        return new AtomMatrix(sum);
    }

    AtomMatrix minus(AtomMatrix other) {
        return plus(other.times(Operator.of(Coefficient.of(-1))));
    }

    AtomMatrix times(AtomMatrix other) {
        List<Operator> product = new ArrayList<>(4);
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 2; column++) {
                product.add(
                        at(row, 0).times(other.at(0, column)).plus(at(row, 1).times(other.at(1, column))));
            }
        }
        return new AtomMatrix(product);
    }

    /** Every entry times an operator that commutes with the tagged atom, from the right. */
    AtomMatrix times(Operator factor) {
        return new AtomMatrix(entries.stream().map(entry -> entry.times(factor)).toList());
    }

    AtomMatrix commutator(AtomMatrix other) {
        return times(other).minus(other.times(this));
    }

    AtomMatrix adjointOfScalars() {
        return new AtomMatrix(List.of(at(0, 0).adjoint(), at(1, 0).adjoint(), at(0, 1).adjoint(), at(1, 1).adjoint()));
    }
}
