package org.escapement.dynamics.diffusion;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.CollectiveSpin;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Symbol;
import org.escapement.algebra.Word;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.equations.ChargeLattice;
import org.escapement.dynamics.equations.SizeSeries;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.model.HamiltonianTerm;
import org.escapement.model.JumpOperator;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.SpinEnsemble;

/**
 * The master equation of collective spins as a map of spherical tensors, exact for every number of atoms, or its limit of
 * infinite N: the Fokker-Planck equation of unit vectors on spheres. The limit exists when jumps up and down together
 * leave only finite terms; commutators of letters per atom vanish while noise may not. Every ensemble stays in its
 * symmetric multiplet, because jumps are collective. Immutable and safe to share.
 */
public final class TensorEquations {

    private final OpenSystem model;
    private final SystemSize size;
    private final SizeSeries series;
    private final ChargeLattice charges;
    private final SuperOperator generator;
    private final Map<TensorShape, TensorPattern> patterns = new ConcurrentHashMap<>();
    private final Map<Operator, Expectation> expectations = new ConcurrentHashMap<>();
    private final List<Coefficient> leadingRates;

    private TensorEquations(OpenSystem model, SystemSize size) {
        this.model = model;
        this.size = size;
        this.series = new SizeSeries(model);
        this.charges = ChargeLattice.of(model);
        requireCollectiveSpins();
        this.generator = limit(wholeGenerator());
        this.leadingRates = model.jumps().stream().map(this::leadingRate).toList();
    }

    /**
     * Derives the equations of a model.
     *
     * @throws NotApplicableException for modes, classical letters, individual jumps, and where infinite N is asked for
     *     and the generator grows with N
     */
    public static TensorEquations derive(OpenSystem model, SystemSize size) {
        return new TensorEquations(model, size);
    }

    private void requireCollectiveSpins() {
        if (!model.oscillators().isEmpty()
                || !model.modes().isEmpty()
                || model.ensembles().isEmpty()) {
            throw new NotApplicableException(
                    "spherical tensors describe collective spins only; for modes and classical "
                            + "letters use cumulants, the exact level or the mean field");
        }
        for (JumpOperator jump : model.jumps()) {
            if (jump.scope() == JumpOperator.Scope.INDIVIDUAL) {
                throw new NotApplicableException("jump '" + jump.name() + "' acts on single atoms and leaves the "
                        + "symmetric multiplet: use cumulants or the mean field");
            }
            requireConstant(jump.operator().times(jump.rate()));
        }
        for (HamiltonianTerm term : model.hamiltonian()) requireConstant(term.operator());
        if (model.ensembles().size() > TensorBasis.MOST_SPINS) {
            throw new NotApplicableException("spherical tensors of more than " + TensorBasis.MOST_SPINS
                    + " ensembles are too many: use cumulants");
        }
    }

    private static void requireConstant(Operator o) {
        for (Symbol s : o.symbols()) {
            if (s.kind() == Symbol.Kind.CLASSICAL) {
                throw new NotApplicableException("'" + s.name() + "' changes with time: use the exact level");
            }
        }
    }

    private SuperOperator wholeGenerator() {
        Operator h = model.totalHamiltonian();
        SuperOperator sum = SuperOperator.fromLeft(h)
                .plus(SuperOperator.fromRight(h.negate()))
                .times(Coefficient.I.negate());
        for (JumpOperator jump : model.jumps()) {
            Operator l = jump.operator();
            Operator square = l.adjoint().times(l).times(Coefficient.of(-1, 2));
            SuperOperator dissipator = SuperOperator.fromLeft(l)
                    .times(SuperOperator.fromRight(l.adjoint()))
                    .plus(SuperOperator.fromLeft(square))
                    .plus(SuperOperator.fromRight(square));
            sum = sum.plus(dissipator.times(jump.rate()));
        }
        return sum;
    }

    /** For infinite N the terms of order one; larger ones must have cancelled. */
    private SuperOperator limit(SuperOperator whole) {
        if (size == SystemSize.FINITE) return whole;
        SuperOperator expanded = whole.map(series::expand);
        expanded.terms().forEach((word, c) -> {
            if (c.sizeOrder().orElse(0) > 0) {
                throw new NotApplicableException(
                        "the motion of " + word.getFirst().spin().name() + " grows with N: no "
                                + "limit of infinite N. Scale the coefficients with a suitable power of 1/N, or use finite N");
            }
        });
        return expanded.map(c -> c.leading(0));
    }

    /**
     * The expectation value of a Hermitian operator as words under the trace.
     *
     * @param twiceOrder twice the power of N that stands outside; 0 at finite N
     * @param symmetrised ρ -> (Oρ + ρO)/2; its trace is the expectation value
     */
    record Expectation(int twiceOrder, SuperOperator symmetrised) {}

    /** What an operator's expectation value is made of; derived once. */
    Expectation expectation(Operator o) {
        return expectations.computeIfAbsent(o, this::derived);
    }

    private Expectation derived(Operator o) {
        if (!o.isHermitian()) throw new ModelException("<" + o + "> is complex: ask for its Hermitian parts");
        SuperOperator whole =
                SuperOperator.fromLeft(o).plus(SuperOperator.fromRight(o)).times(Coefficient.of(1, 2));
        if (size == SystemSize.FINITE) return new Expectation(0, whole);
        SuperOperator expanded = whole.map(series::expand);
        OptionalInt highest = expanded.terms().values().stream()
                .flatMapToInt(c -> c.sizeOrder().stream())
                .max();
        int twice = highest.orElse(0);
        SuperOperator leading = expanded.map(c -> c.leading(twice).times(Coefficient.sizePower(-twice)));
        return new Expectation(twice, leading);
    }

    public OpenSystem model() {
        return model;
    }

    public SystemSize size() {
        return size;
    }

    ChargeLattice charges() {
        return charges;
    }

    /** Of words that belong to the same sector of the charges, or to opposite ones, the first. */
    public List<Word> onePerSector(Collection<Word> words) {
        Map<List<Long>, Word> found = new LinkedHashMap<>();
        for (Word word : words) {
            if (found.containsKey(charges.sector(word.adjoint()))) continue;
            found.putIfAbsent(charges.sector(word), word);
        }
        return List.copyOf(found.values());
    }

    SuperOperator generator() {
        return generator;
    }

    List<CollectiveSpin> spins() {
        return model.ensembles().stream().map(SpinEnsemble::spin).toList();
    }

    /** Atoms of an ensemble per size N; for infinite N the limit. */
    Coefficient atomsPerSize(SpinEnsemble e) {
        if (size == SystemSize.FINITE) return e.atoms().times(Coefficient.sizePower(-2));
        Coefficient ratio = series.expand(e.atoms()).times(Coefficient.sizePower(-2));
        if (ratio.sizeOrder().orElse(0) == 0) return ratio.leading(0);
        throw new NotApplicableException(
                "infinite N needs a number of atoms of '" + e.name() + "' that is a multiple of N, not " + e.atoms());
    }

    /** What decides the sign of each jump's rate. */
    List<Coefficient> leadingRates() {
        return leadingRates;
    }

    /** The rate, for infinite N the factor of its highest power of N. */
    private Coefficient leadingRate(JumpOperator jump) {
        if (size == SystemSize.FINITE) return jump.rate();
        Coefficient rate = series.expand(jump.rate());
        int highest = rate.sizeOrder().orElse(0);
        return rate.leading(highest).times(Coefficient.sizePower(-highest));
    }

    /** What does not depend on parameters, made once for each truncation. */
    TensorPattern pattern(TensorShape shape) {
        return patterns.computeIfAbsent(shape, s -> new TensorPattern(this, s));
    }
}
