package org.escapement.dynamics.diffusion;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.escapement.algebra.Operator;

/** A truncated basis with the generator and the observables on it; what does not depend on parameters. Thread-safe. */
final class TensorPattern {

    private final TensorEquations equations;
    private final TensorAction action;
    private final TensorBasis basis;
    private final WordMatrix generator;
    private final Map<Operator, WordMatrix> observables = new ConcurrentHashMap<>();

    TensorPattern(TensorEquations equations, TensorShape shape) {
        this.equations = equations;
        this.action = new TensorAction(equations.spins(), shape.atoms(), shape.perSize());
        this.basis = new TensorBasis(shape);
        switch (shape.seed()) {
            case TensorShape.Stationary s -> {
                int[] zeros = new int[shape.highest().size()];
                basis.insert(zeros, zeros, false);
                for (Operator o : s.observables()) {
                    WordMatrix.seed(basis, action, equations.expectation(o).symmetrised(), 1);
                }
                generator = WordMatrix.growing(basis, action, equations.generator());
            }
            case TensorShape.Sector s -> {
                insertSector(s.charge());
                generator = WordMatrix.on(basis, action, equations.generator());
            }
        }
    }

    TensorBasis basis() {
        return basis;
    }

    WordMatrix generator() {
        return generator;
    }

    /** ρ -> (Oρ + ρO)/2. */
    WordMatrix symmetrised(Operator o) {
        return observables.computeIfAbsent(
                o, x -> WordMatrix.on(basis, action, equations.expectation(x).symmetrised()));
    }

    private void insertSector(List<Long> charge) {
        int sites = basis.shape().highest().size();
        for (int[] lk : products(sites)) {
            int[] l = new int[sites];
            int[] k = new int[sites];
            long[] excitations = new long[sites];
            for (int s = 0; s < sites; s++) {
                l[s] = lk[2 * s];
                k[s] = lk[2 * s + 1];
                excitations[s] = k[s];
            }
            if (!equations.charges().sector(excitations).equals(charge)) continue;
            int sign = TensorBasis.sign(k);
            int[] up = Arrays.stream(k).map(x -> sign < 0 ? -x : x).toArray();
            basis.insert(l, up, false);
            if (sign != 0) basis.insert(l, up, true);
        }
    }

    private Deque<int[]> products(int sites) {
        Deque<int[]> partial = new ArrayDeque<>();
        partial.add(new int[0]);
        for (int s = 0; s < sites; s++) {
            for (int left = partial.size(); left > 0; left--) {
                int[] begin = partial.remove();
                for (int l = 0; l <= basis.shape().limit(s); l++) {
                    for (int k = -l; k <= l; k++) {
                        int[] longer = Arrays.copyOf(begin, begin.length + 2);
                        longer[begin.length] = l;
                        longer[begin.length + 1] = k;
                        partial.add(longer);
                    }
                }
            }
        }
        return partial;
    }
}
