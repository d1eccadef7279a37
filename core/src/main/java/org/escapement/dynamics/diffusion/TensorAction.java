package org.escapement.dynamics.diffusion;

import java.util.List;
import org.escapement.algebra.CollectiveSpin;
import org.escapement.algebra.Letter;
import org.escapement.dynamics.diffusion.Action.Kind;

/**
 * Words of actions on products of normalised spherical tensors T_(l,k), one for each spin. The commutators keep l; an
 * anticommutator couples l to l ± 1 as the multiplication of spherical harmonics by a unit vector does, times
 * f_l = sqrt((n+1)² - l²)/n between l - 1 and l for n atoms (f = 1 for infinitely many).
 */
final class TensorAction {

    /** Receives the tensors of an image. */
    interface Image {
        /** One tensor with its factor; the arrays are only lent. */
        void add(int[] l, int[] k, double factor);
    }

    private final List<CollectiveSpin> spins;
    private final double[] atoms;
    private final double[] unit;

    /**
     * @param atoms number of atoms of each spin, possibly infinite
     * @param perSize atoms over N
     */
    TensorAction(List<CollectiveSpin> spins, List<Double> atoms, List<Double> perSize) {
        this.spins = spins;
        this.atoms = atoms.stream().mapToDouble(Double::doubleValue).toArray();
        // {J, ·}/(2N) is n/(2N) times the multiplication by a unit vector.
        this.unit = perSize.stream().mapToDouble(r -> r / 2).toArray();
    }

    /** Applies a word to a product of tensors. */
    void apply(List<Action> word, int[] l, int[] k, Image image) {
        apply(word, word.size() - 1, l.clone(), k.clone(), 1, image);
    }

    private void apply(List<Action> word, int at, int[] l, int[] k, double factor, Image image) {
        if (factor == 0) return;
        if (at < 0) {
            image.add(l, k, factor);
            return;
        }
        Action a = word.get(at);
        int s = spins.indexOf(a.spin());
        int shift = a.letter() == Letter.RAISING ? 1 : a.letter() == Letter.Z ? 0 : -1;
        int oldL = l[s];
        int oldK = k[s];
        k[s] = oldK + shift;
        if (a.kind() == Kind.COMMUTATOR) {
            apply(word, at - 1, l, k, factor * rotation(oldL, oldK, shift), image);
        } else {
            l[s] = oldL + 1;
            apply(word, at - 1, l, k, factor * unit[s] * size(s, oldL + 1) * up(oldL, oldK, shift), image);
            if (oldL > 0 && Math.abs(k[s]) <= oldL - 1) {
                l[s] = oldL - 1;
                apply(word, at - 1, l, k, factor * unit[s] * size(s, oldL) * down(oldL, oldK, shift), image);
            }
        }
        l[s] = oldL;
        k[s] = oldK;
    }

    private static double rotation(int l, int k, int shift) {
        return shift == 0 ? k : Math.sqrt((double) l * (l + 1) - (double) k * (k + shift));
    }

    /** f_l of an ensemble. */
    private double size(int s, int l) {
        double n = atoms[s];
        if (Double.isInfinite(n)) return 1;
        return l > n ? 0 : Math.sqrt((n + 1) * (n + 1) - (double) l * l) / n;
    }

    /** Coefficient of Y_(l+1) in z Y_l or (x ± iy) Y_l. */
    private static double up(int l, int k, int shift) {
        double norm = (2.0 * l + 1) * (2 * l + 3);
        return switch (shift) {
            case 0 -> Math.sqrt(((l + 1.0) * (l + 1) - (double) k * k) / norm);
            case 1 -> -Math.sqrt((l + k + 1.0) * (l + k + 2) / norm);
            default -> Math.sqrt((l - k + 1.0) * (l - k + 2) / norm);
        };
    }

    /** Coefficient of Y_(l-1) in z Y_l or (x ± iy) Y_l. */
    private static double down(int l, int k, int shift) {
        double norm = (2.0 * l - 1) * (2 * l + 1);
        return switch (shift) {
            case 0 -> Math.sqrt(((double) l * l - (double) k * k) / norm);
            case 1 -> Math.sqrt((l - k) * (l - k - 1.0) / norm);
            default -> -Math.sqrt((l + k) * (l + k - 1.0) / norm);
        };
    }
}
