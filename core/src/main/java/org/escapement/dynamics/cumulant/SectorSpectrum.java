package org.escapement.dynamics.cumulant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.Word;
import org.escapement.model.ModelException;
import org.escapement.numerics.linear.Complex;
import org.escapement.numerics.linear.DenseAlgebra;

/**
 * Relaxation of small deviations from a stationary state by sectors of the model's charges: eigenvalues of the Jacobian of
 * the closed moment equations, which does not couple different sectors where the state has no charge. Invariants have
 * been eliminated, so that there are no zero modes but physical ones. Immutable.
 */
public final class SectorSpectrum {

    private final MomentEquations equations;
    private final Map<List<Long>, List<Complex>> eigenvalues = new LinkedHashMap<>();

    private SectorSpectrum(MomentEquations equations) {
        this.equations = equations;
    }

    /**
     * Spectrum at a stationary state.
     *
     * @param system equations with all sectors that are of interest
     * @param y stationary state; variables of charged sectors are zero
     */
    public static SectorSpectrum at(MomentSystem system, double[] y) {
        SectorSpectrum spectrum = new SectorSpectrum(system.equations());
        double[][] jacobian = system.jacobian(y);
        Map<List<Long>, List<Integer>> members = new LinkedHashMap<>();
        List<List<Long>> sectors = system.equations().sectors();
        for (int i = 0; i < y.length; i++) {
            members.computeIfAbsent(sectors.get(i), s -> new ArrayList<>()).add(i);
        }
        members.forEach((sector, rows) -> {
            double[][] block = new double[rows.size()][rows.size()];
            for (int i = 0; i < block.length; i++) {
                for (int j = 0; j < block.length; j++) block[i][j] = jacobian[rows.get(i)][rows.get(j)];
            }
            spectrum.eigenvalues.put(sector, DenseAlgebra.eigenvalues(block));
        });
        return spectrum;
    }

    /** Eigenvalues by sector, each list by descending real part. */
    public Map<List<Long>, List<Complex>> eigenvalues() {
        return Map.copyOf(eigenvalues);
    }

    /** The smallest decay rate of all sectors; negative when the state is unstable. */
    public double gap() {
        return eigenvalues.values().stream()
                .mapToDouble(v -> -v.getFirst().re())
                .min()
                .orElseThrow();
    }

    /**
     * The smallest decay rate in the sector that a word belongs to.
     *
     * @throws ModelException when no moment of that sector is a variable
     */
    public double gap(Word word) {
        for (Word w : List.of(word, word.adjoint())) {
            List<Complex> found = eigenvalues.get(equations.charges().sector(w));
            if (found != null) return -found.getFirst().re();
        }
        throw new ModelException("no moment of the sector of <" + word + "> is a variable of these equations");
    }
}
