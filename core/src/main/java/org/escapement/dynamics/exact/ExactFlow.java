package org.escapement.dynamics.exact;

import java.util.Arrays;
import java.util.List;
import org.escapement.algebra.Monomial;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Symbol;
import org.escapement.dynamics.OutOfReachException;
import org.escapement.model.ModelException;
import org.escapement.model.Oscillator;

/**
 * The master equation as a flow of one array: the density matrix, then position and velocity of each classical
 * oscillator, which the mean force drives. Not thread-safe: it remembers the state it was last asked about.
 */
public final class ExactFlow {

    /** One product of changing numbers in a force, and the operator whose mean it multiplies. */
    private record Force(Monomial weight, Reading reading) {}

    private final ExactSystem system;
    private final Layout layout;
    private final int length;
    private final List<Oscillator> oscillators;
    private final List<List<Force>> forces;
    private final List<Reading> means;
    private final Reading top;
    private final Generator fixed;

    /**
     * Prepares the flow from a density matrix.
     *
     * @param operators whose means will be asked for, by index
     */
    public ExactFlow(ExactSystem system, DensityMatrix start, List<Operator> operators) {
        this.system = system;
        this.layout = start.layout();
        this.oscillators = system.numbers().oscillators();
        this.fixed = system.isAutonomous() ? system.generator(layout) : null;
        boolean real = fixed != null ? fixed.isReal() : false;
        this.length = real && !start.isComplex() ? layout.size() : 2 * layout.size();
        this.means = operators.stream().map(o -> system.reading(o, layout)).toList();
        this.top = topReading();
        this.forces = oscillators.stream().map(this::forces).toList();
    }

    private List<Force> forces(Oscillator o) {
        return system.numbers().split(o.acceleration()).entrySet().stream()
                .map(e -> new Force(e.getKey(), system.reading(e.getValue(), layout)))
                .toList();
    }

    private Reading topReading() {
        HilbertSpace space = system.space();
        int[] places = new int[space.dimension()];
        int count = 0;
        for (int state = 0; state < places.length; state++) {
            boolean isTop = false;
            for (int site = 0; site < space.sites().size(); site++) isTop |= space.isTop(state, site);
            int at = isTop ? layout.place(state, state) : -1;
            if (at >= 0) places[count++] = at;
        }
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return new Reading(Arrays.copyOf(places, count), ones, new double[count], layout.size());
    }

    /** Length of the array. */
    public int dimension() {
        return length + 2 * oscillators.size();
    }

    /** The array at t = 0. */
    public double[] start(DensityMatrix state, double[] classical) {
        if (classical.length != 2 * oscillators.size()) {
            throw new ModelException("need position and velocity of " + oscillators.size() + " oscillators");
        }
        double[] y = Arrays.copyOf(state.entries(), dimension());
        if (state.entries().length > length) throw new IllegalStateException("a complex state for a real flow");
        System.arraycopy(classical, 0, y, length, classical.length);
        return y;
    }

    /**
     * Refuses an evolution that does not fit into memory.
     *
     * @param copies number of arrays the method needs
     */
    public void requireMemory(int copies) {
        requireMemory(system, dimension(), copies);
    }

    /** Refuses so many arrays for an evolution. */
    static void requireMemory(ExactSystem system, long numbers, int copies) {
        double needed = 8.0 * numbers * copies;
        double there = Runtime.getRuntime().maxMemory();
        if (needed > 0.9 * there) {
            throw new OutOfReachException(String.format(
                    java.util.Locale.ROOT,
                    "a density matrix of %d states has %d numbers here; evolving it needs %.1f GB and %.1f GB are allowed: "
                            + "ask \"trajectories\" instead (%.3f GB), a smaller size, or more memory",
                    system.dimension(),
                    numbers,
                    needed / 1e9,
                    there / 1e9,
                    16.0 * system.dimension() * copies / 1e9));
        }
    }

    private Generator generator(double t, double[] y) {
        return fixed != null ? fixed : system.generator(layout, name -> changing(name, t, y));
    }

    private double changing(String name, double t, double[] y) {
        if (name.equals("t")) return t;
        for (int k = 0; k < oscillators.size(); k++) {
            if (name.equals(oscillators.get(k).name() + ".x")) return y[length + 2 * k];
            if (name.equals(oscillators.get(k).name() + ".v")) return y[length + 2 * k + 1];
        }
        throw new ModelException("'" + name + "' does not change in time");
    }

    /** Writes dy/dt. */
    public void derivatives(double t, double[] y, double[] dydt) {
        generator(t, y).apply(y, dydt, length);
        for (int k = 0; k < oscillators.size(); k++) {
            dydt[length + 2 * k] = y[length + 2 * k + 1];
            double acceleration = 0;
            for (Force f : forces.get(k)) {
                acceleration += system.numbers().weight(f.weight, name -> changing(name, t, y))
                        * f.reading.real(y, isComplex());
            }
            dydt[length + 2 * k + 1] = acceleration;
        }
    }

    private boolean isComplex() {
        return length > layout.size();
    }

    /** The mean of one of the operators. */
    public double mean(int operator, double[] y) {
        return means.get(operator).real(y, isComplex());
    }

    /** The value of a number of the model, which may change in time. */
    public double number(String name, double t, double[] y) {
        return system.numbers().value(Symbol.parameter(name), n -> changing(n, t, y));
    }

    /** Whether there is a cut-off to watch. */
    public boolean hasModes() {
        return !system.model().modes().isEmpty();
    }

    /** Population of the highest Fock states. */
    public double topPopulation(double[] y) {
        return top.real(y, isComplex());
    }

    /** The density matrix within the array. */
    public DensityMatrix state(double[] y) {
        return DensityMatrix.of(system, layout, Arrays.copyOf(y, length));
    }

    /** {@code entropy}, {@code entropy_rate} or {@code purity}. */
    public double ofState(String quantity, double t, double[] y) {
        DensityMatrix state = state(y);
        return switch (quantity) {
            case "entropy" -> state.entropy();
            case "purity" -> state.purity();
            case "entropy_rate" -> {
                double[] rate = new double[length];
                generator(t, y).apply(y, rate, length);
                yield state.entropyRate(rate);
            }
            default -> throw new ModelException("there is no quantity " + quantity + "() of the state");
        };
    }
}
