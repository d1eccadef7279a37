package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.BosonMode;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.CollectiveSpin;
import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.Operator;
import org.escapement.algebra.SingleAtomOperator;
import org.escapement.algebra.SiteWord;
import org.escapement.algebra.Word;
import org.escapement.dynamics.OutOfReachException;
import org.escapement.dynamics.exact.SiteStates.Action;
import org.escapement.model.JumpOperator;
import org.escapement.model.Mode;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.SpinEnsemble;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.linear.SparseBuilder;

/**
 * Product basis of a model at one point: ensembles, then modes, in the model's order, the first one slowest. Spins begin
 * at the top of the ladder. Immutable.
 */
final class HilbertSpace {

    private final PointNumbers numbers;
    private final List<SiteStates> sites = new ArrayList<>();
    private final List<Integer> atoms = new ArrayList<>();
    private final int dimension;

    /**
     * Builds the basis.
     *
     * @param jumps those that happen: atoms that none of them tells apart stay in the largest multiplet
     * @param cutOffs number of Fock states for each mode
     */
    HilbertSpace(PointNumbers numbers, List<JumpOperator> jumps, Map<String, Integer> cutOffs) {
        this.numbers = numbers;
        OpenSystem model = numbers.model();
        for (SpinEnsemble e : model.ensembles()) {
            int count = numbers.count(e.atoms(), "the number of atoms in '" + e.name() + "'");
            atoms.add(count);
            sites.add(
                    hasIndividualJumps(jumps, e.spin())
                            ? SiteStates.multiplets(e.spin(), count)
                            : SiteStates.dicke(e.spin(), count));
        }
        for (Mode m : model.modes()) {
            Integer levels = cutOffs.get(m.name());
            if (levels == null || levels < 2) {
                throw new ModelException("the mode '" + m.name() + "' needs a number of Fock states, at least 2, "
                        + "for the exact level: give a cut-off, for example " + m.name() + "=20");
            }
            atoms.add(0);
            sites.add(SiteStates.fock(m.boson(), levels));
        }
        long total = 1;
        for (SiteStates s : sites) total *= s.dimension();
        if (total > 50_000_000)
            throw new OutOfReachException(
                    "a basis of " + total + " states is out of reach: take a smaller size or cut-off");
        dimension = (int) total;
    }

    private static boolean hasIndividualJumps(List<JumpOperator> jumps, CollectiveSpin spin) {
        return jumps.stream()
                .anyMatch(j -> j.scope() == JumpOperator.Scope.INDIVIDUAL
                        && j.operator().degreesOfFreedom().contains(spin));
    }

    int dimension() {
        return dimension;
    }

    List<SiteStates> sites() {
        return sites;
    }

    /** Number of atoms of the site, 0 for a mode. */
    int atoms(int site) {
        return atoms.get(site);
    }

    int stride(int site) {
        int stride = 1;
        for (int s = site + 1; s < sites.size(); s++) stride *= sites.get(s).dimension();
        return stride;
    }

    /** State of one site in a product state. */
    int siteState(int state, int site) {
        return state / stride(site) % sites.get(site).dimension();
    }

    /** Whether two sites have the same states. */
    boolean alike(int a, int b) {
        return sites.get(a).dimension() == sites.get(b).dimension()
                && atoms.get(a).equals(atoms.get(b));
    }

    /** The product state with the states of two sites exchanged. */
    int exchanged(int state, int a, int b) {
        return state + (siteState(state, b) - siteState(state, a)) * (stride(a) - stride(b));
    }

    private int siteIndex(DegreeOfFreedom site) {
        for (int s = 0; s < sites.size(); s++) if (sites.get(s).site().equals(site)) return s;
        throw new IllegalArgumentException("no site " + site.name());
    }

    /** Number of equivalent copies a product state stands for. */
    double degeneracy(int state) {
        double product = 1;
        for (int s = 0; s < sites.size(); s++) product *= sites.get(s).degeneracy(siteState(state, s));
        return product;
    }

    /** The population in the highest Fock state of each mode is read off these states. */
    boolean isTop(int state, int site) {
        return sites.get(site).site() instanceof BosonMode
                && siteState(state, site) == sites.get(site).dimension() - 1;
    }

    /** The matrix of an operator whose coefficients do not change in time. */
    Sparse matrix(Operator o) {
        SparseBuilder b = new SparseBuilder(dimension, dimension);
        for (Map.Entry<Word, Coefficient> term : o.terms().entrySet()) {
            double re = numbers.real(term.getValue());
            double im = numbers.imaginary(term.getValue());
            List<Action> actions = new ArrayList<>();
            List<Integer> where = new ArrayList<>();
            for (SiteWord part : term.getKey().sites()) {
                int site = siteIndex(part.site());
                where.add(site);
                actions.add(sites.get(site).word(part));
            }
            addProduct(b, actions, where, re, im);
        }
        return b.build();
    }

    private void addProduct(SparseBuilder b, List<Action> actions, List<Integer> where, double re, double im) {
        int[] strides = where.stream().mapToInt(this::stride).toArray();
        for (int column = 0; column < dimension; column++) {
            int row = column;
            double factor = 1;
            for (int a = 0; a < strides.length && factor != 0; a++) {
                int here = siteState(column, where.get(a));
                int there = actions.get(a).target()[here];
                factor = there < 0 ? 0 : factor * actions.get(a).factor()[here];
                row += (there - here) * strides[a];
            }
            if (factor != 0) b.add(row, column, factor * re, factor * im);
        }
    }

    /** The matrices of a jump: one if it is collective, three if it acts on single atoms. */
    List<Sparse> jumpMatrices(JumpOperator jump) {
        if (jump.scope() == JumpOperator.Scope.COLLECTIVE) return List.of(matrix(jump.operator()));
        CollectiveSpin spin =
                (CollectiveSpin) jump.operator().degreesOfFreedom().first();
        int site = siteIndex(spin);
        SingleAtomOperator single = SingleAtomOperator.from(jump.operator(), spin);
        if (!single.identity().isZero()) {
            throw new ModelException("the individual jump '" + jump.name() + "' contains a multiple of the identity");
        }
        Coefficient[] coefficients = AtomJumps.ladderCoefficients(single);
        List<Sparse> matrices = new ArrayList<>();
        for (List<Action> kinds : new AtomJumps(sites.get(site), atoms.get(site)).jumps()) {
            SparseBuilder b = new SparseBuilder(dimension, dimension);
            for (int q = 0; q < 3; q++) {
                double re = numbers.real(coefficients[q]);
                double im = numbers.imaginary(coefficients[q]);
                if (re != 0 || im != 0) addProduct(b, List.of(kinds.get(q)), List.of(site), re, im);
            }
            Sparse matrix = b.build();
            if (matrix.entries() > 0) matrices.add(matrix);
        }
        return matrices;
    }
}
