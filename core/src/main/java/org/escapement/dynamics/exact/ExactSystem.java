package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Monomial;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.exact.Layout.JumpParts;
import org.escapement.model.JumpOperator;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.numerics.linear.Diagonals;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.linear.SparseBuilder;

/**
 * A model at one parameter point and finite size, as matrices: basis, real gauge where there is one, sectors, Hamiltonian
 * and jumps. Numbers that change in time (classical letters, t) stay as weights of the matrices. Immutable and safe to
 * share.
 */
public final class ExactSystem {

    /** One matrix of a jump; individual jumps have several. */
    record JumpMatrix(JumpOperator jump, Sparse matrix) {}

    private record HamiltonianPart(Monomial weight, Sparse matrix) {}

    private final PointNumbers numbers;
    private final ExactOptions options;
    private final HilbertSpace space;
    private final Gauge gauge;
    private final List<HamiltonianPart> hamiltonian = new ArrayList<>();
    private final List<JumpMatrix> jumps = new ArrayList<>();
    private final Sectors sectors;
    private final List<JumpParts> jumpParts;
    /** For each sector the diagonals of the parts of K: those of -iH, then those of -L†L/2. */
    private final List<List<Diagonals>> effective;

    private ExactSystem(OpenSystem model, ParameterValues point, ExactOptions options) {
        this.numbers = new PointNumbers(model, point, options.frozen());
        this.options = options;
        List<JumpOperator> present =
                model.jumps().stream().filter(j -> !isAbsent(j)).toList();
        this.space = new HilbertSpace(numbers, present, options.cutOffs());
        List<HamiltonianPart> raw = new ArrayList<>();
        numbers.split(model.totalHamiltonian())
                .forEach((weight, o) ->
                        raw.add(new HamiltonianPart(weight, space.matrix(o).times(0, -1))));
        List<JumpMatrix> rawJumps = new ArrayList<>();
        for (JumpOperator jump : present) {
            for (Sparse m : space.jumpMatrices(jump)) rawJumps.add(new JumpMatrix(jump, m));
        }
        gauge = Gauge.find(
                        space,
                        raw.stream().map(HamiltonianPart::matrix).toList(),
                        rawJumps.stream().map(JumpMatrix::matrix).toList())
                .orElseGet(() -> Gauge.none(space.dimension()));
        raw.forEach(h -> hamiltonian.add(new HamiltonianPart(h.weight, gauge.apply(h.matrix))));
        rawJumps.forEach(j -> jumps.add(new JumpMatrix(j.jump, gauge.applyToJump(j.matrix))));
        List<Sparse> parts = partsOfEffective();
        sectors = Sectors.of(space.dimension(), parts);
        jumpParts =
                jumps.stream().map(j -> JumpParts.of(sectors.parts(j.matrix))).toList();
        effective = bySector(parts);
    }

    /**
     * Builds the matrices.
     *
     * @throws ModelException when the size is missing, not a number of atoms, or a mode has no cut-off
     */
    public static ExactSystem of(OpenSystem model, ParameterValues point, ExactOptions options) {
        return new ExactSystem(model, point, options);
    }

    /** A jump whose rate is zero at this point and stays so is left out: it would only hide structure. */
    private boolean isAbsent(JumpOperator jump) {
        if (jump.rate().symbols().stream().anyMatch(numbers::changes)) return false;
        double rate = numbers.real(jump.rate());
        requireRate(jump, rate);
        return rate == 0;
    }

    private void requireRate(JumpOperator jump, double rate) {
        if (rate >= 0 && rate < Double.POSITIVE_INFINITY) return;
        throw new ModelException("the rate of jump '" + jump.name() + "' is " + rate + " at "
                + numbers.point().given());
    }

    private List<Sparse> partsOfEffective() {
        List<Sparse> parts = new ArrayList<>();
        hamiltonian.forEach(h -> parts.add(h.matrix));
        jumps.forEach(j -> parts.add(j.matrix.adjoint().times(j.matrix).times(-0.5, 0)));
        return parts;
    }

    private List<List<Diagonals>> bySector(List<Sparse> parts) {
        List<List<Diagonals>> all = new ArrayList<>();
        for (int s = 0; s < sectors.count(); s++) all.add(new ArrayList<>());
        for (Sparse part : parts) {
            Sparse[] inSector = new Sparse[sectors.count()];
            sectors.parts(part).forEach(p -> inSector[p.from()] = p.matrix());
            for (int s = 0; s < inSector.length; s++) {
                Sparse m =
                        inSector[s] != null ? inSector[s] : new SparseBuilder(sectors.size(s), sectors.size(s)).build();
                all.get(s).add(Diagonals.of(m));
            }
        }
        return all;
    }

    public OpenSystem model() {
        return numbers.model();
    }

    public PointNumbers numbers() {
        return numbers;
    }

    public ExactOptions options() {
        return options;
    }

    HilbertSpace space() {
        return space;
    }

    Gauge gauge() {
        return gauge;
    }

    Sectors sectors() {
        return sectors;
    }

    List<JumpMatrix> jumps() {
        return jumps;
    }

    List<JumpParts> jumpParts() {
        return jumpParts;
    }

    /** Number of basis states. */
    public int dimension() {
        return space.dimension();
    }

    /** Marks the basis states in which a mode is in its highest Fock state: what they hold the cut-off changes. */
    public boolean[] atCutOff() {
        boolean[] marked = new boolean[dimension()];
        for (int state = 0; state < marked.length; state++) {
            for (int site = 0; site < space.sites().size(); site++) marked[state] |= space.isTop(state, site);
        }
        return marked;
    }

    /** Number of sectors that the evolution between jumps keeps apart. */
    public int sectorCount() {
        return sectors.count();
    }

    /** Number of basis states of the largest of them. */
    public int largestSector() {
        int largest = 0;
        for (int s = 0; s < sectors.count(); s++) largest = Math.max(largest, sectors.size(s));
        return largest;
    }

    /** Whether no number changes in time, so that a stationary state and a spectrum have a meaning. */
    public boolean isAutonomous() {
        return hamiltonian.stream().allMatch(h -> h.weight.equals(Monomial.ONE))
                && jumps.stream().allMatch(j -> j.jump.rate().symbols().stream().noneMatch(numbers::changes))
                && numbers.oscillators().isEmpty();
    }

    /** -iH of a system without changing numbers, in the gauge. */
    Sparse hamiltonian() {
        SparseBuilder b = new SparseBuilder(dimension(), dimension());
        for (HamiltonianPart part : hamiltonian) {
            if (!part.weight.equals(Monomial.ONE)) throw new IllegalStateException("the Hamiltonian changes in time");
            part.matrix.forEach(b::add);
        }
        return b.build();
    }

    /** The matrix of an operator with unchanging coefficients, in the gauge of the density matrices. */
    public Sparse matrix(Operator o) {
        return gauge.apply(space.matrix(o));
    }

    /** Tr(o X) for matrices X in a layout. */
    Reading reading(Operator o, Layout layout) {
        return Reading.of(matrix(o), layout);
    }

    /** The smallest layout that holds a matrix and what it evolves to. */
    Layout layoutFor(Sparse matrix) {
        boolean[][] used = new boolean[sectors.count()][sectors.count()];
        matrix.forEach((r, c, x, y) -> used[sectors.sectorOf(r)][sectors.sectorOf(c)] = true);
        List<int[]> pairs = new ArrayList<>();
        for (int r = 0; r < used.length; r++) {
            for (int c = 0; c < used.length; c++) if (used[r][c]) pairs.add(new int[] {r, c});
        }
        return Layout.from(sectors, jumpParts, pairs);
    }

    /** The layout that holds every state that is diagonal in the sectors. */
    Layout diagonalLayout() {
        return Layout.fromDiagonal(sectors, jumpParts);
    }

    /** The master equation on a layout when the changing names have the given values. */
    Generator generator(Layout layout, ToDoubleFunction<String> changing) {
        double[] weights = new double[hamiltonian.size() + jumps.size()];
        double[] rates = new double[jumps.size()];
        for (int k = 0; k < hamiltonian.size(); k++) {
            weights[k] = numbers.weight(hamiltonian.get(k).weight, changing);
        }
        for (int k = 0; k < rates.length; k++) {
            JumpOperator jump = jumps.get(k).jump;
            rates[k] = jump.rate().evaluate(s -> numbers.value(s, changing), numbers.size());
            requireRate(jump, rates[k]);
            weights[hamiltonian.size() + k] = rates[k];
        }
        Diagonals[] total = new Diagonals[sectors.count()];
        for (int s = 0; s < total.length; s++) total[s] = Diagonals.combination(effective.get(s), weights);
        return new Generator(layout, total, rates);
    }

    /** The master equation of a system without changing numbers. */
    Generator generator(Layout layout) {
        return generator(layout, name -> {
            throw new ModelException("'" + name + "' changes in time: there is no stationary generator");
        });
    }

    /** Σ w_k r_k L_k X L_k† alone, each jump with a weight, of a system without changing numbers. */
    Generator counting(Layout layout, ToDoubleFunction<JumpOperator> weight) {
        double[] rates = new double[jumps.size()];
        for (int k = 0; k < rates.length; k++) {
            JumpOperator jump = jumps.get(k).jump;
            rates[k] = numbers.real(jump.rate()) * weight.applyAsDouble(jump);
        }
        Diagonals[] nothing = new Diagonals[sectors.count()];
        for (int s = 0; s < nothing.length; s++) {
            nothing[s] = Diagonals.of(new SparseBuilder(sectors.size(s), sectors.size(s)).build());
        }
        return new Generator(layout, nothing, rates);
    }

    /** The energy that one jump hands to its bath. */
    public double quantum(JumpOperator jump) {
        return numbers.real(jump.quantum());
    }

    /**
     * The generator on coordinates sector by sector of its symmetries (transposition, exchanges of equal sites): first the
     * matrices that all of them leave as they are, among them the stationary state, then those that change sign under
     * some.
     */
    List<ReducedGenerator> reducedGenerators(Layout layout) {
        Symmetries.requireMemory(layout);
        Generator generator = generator(layout);
        Symmetries symmetries = new Symmetries(this, generator);
        List<Coordinates.Mirror> mirrors = new ArrayList<>(symmetries.swaps());
        // A complex generator multiplies matrices by i: what transposition turns round is no sector of its own.
        boolean twoParities = generator.isReal();
        if (twoParities) mirrors.add(symmetries.transposition());
        Decompositions decompositions = new Decompositions(this, generator);
        List<ReducedGenerator> all = new ArrayList<>();
        for (int signs = 0; signs < 1 << mirrors.size(); signs++) {
            List<Coordinates.Mirror> signed = new ArrayList<>();
            for (int k = 0; k < mirrors.size(); k++) {
                signed.add(
                        (signs >> k & 1) == 0 ? mirrors.get(k) : mirrors.get(k).negated());
            }
            if (!twoParities) signed.add(symmetries.transposition());
            Coordinates coordinates = Coordinates.of(symmetries.numbers(), signed);
            all.add(new ReducedGenerator(generator, coordinates, decompositions));
        }
        return all;
    }

    /** Values of names for {@link #generator}. */
    static ToDoubleFunction<String> changing(Map<String, Double> values) {
        return name -> {
            Double value = values.get(name);
            if (value == null) throw new ModelException("'" + name + "' has no value");
            return value;
        };
    }
}
