package org.escapement.dynamics.exact;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.escapement.dynamics.OutOfReachException;
import org.escapement.numerics.krylov.LinearMap;
import org.escapement.numerics.linear.BlockElimination;

/**
 * Which method inverts a generator: direct elimination where it is cheap, GMRES else, with the inverse of the uncoupled
 * sites or of the no-jump part. Not thread-safe.
 */
final class InverseChoice {

    /** Direct elimination up to this many operations comes before anything else. */
    private static final double CHEAP = 2e10;
    /** And after a Krylov method has stalled, up to this many. */
    private static final double AFFORDABLE = 2e13;
    /** Unknowns up to which the sparse matrix is made to see what elimination would cost. */
    private static final int SPARSE = 600_000;
    /** Shift of a preconditioner where the equations have none, relative to the size of the generator. */
    private static final double ASIDE = 1e-3;

    private final ExactSystem system;
    private final ReducedGenerator generator;
    private final double[] trace;
    private final double rates;
    private EliminationPlan plan;

    /**
     * Prepares.
     *
     * @param trace coordinates whose scalar product with a matrix is its trace, null where no matrix has one
     */
    InverseChoice(ExactSystem system, ReducedGenerator generator, double[] trace) {
        this.system = system;
        this.generator = generator;
        this.trace = trace;
        this.rates = generator.size();
    }

    /** Size of the generator, [rate]. */
    double rates() {
        return rates;
    }

    /** What direct elimination would cost; null where there are too many unknowns to look. */
    EliminationPlan plan() {
        if (plan == null && generator.dimension() <= SPARSE) {
            plan = EliminationPlan.cheapest(generator.matrix(), corners());
        }
        return plan;
    }

    /** Begins the elimination order at a given coordinate from now on. */
    void beginAt(int coordinate) {
        plan = EliminationPlan.cheapest(plan().matrix(), List.of(coordinate));
    }

    /** Coordinates of the entries between product states in which every site is in its first or its last state. */
    private List<Integer> corners() {
        HilbertSpace space = system.space();
        TreeSet<Integer> states = new TreeSet<>(List.of(0));
        for (int s = 0; s < Math.min(4, space.sites().size()); s++) {
            int step = (space.sites().get(s).dimension() - 1) * space.stride(s);
            for (int state : List.copyOf(states)) states.add(state + step);
        }
        Layout layout = generator.generator().layout();
        List<Integer> coordinates = new ArrayList<>();
        for (int row : states) {
            for (int column : trace == null ? states : List.of(row)) {
                int place = layout.place(row, column);
                int c = place < 0 ? -1 : generator.coordinates().coordinate(place);
                if (c >= 0 && !coordinates.contains(c)) coordinates.add(c);
            }
        }
        if (coordinates.isEmpty()) coordinates.add(0);
        return coordinates;
    }

    /** Whether direct elimination comes first. */
    boolean isCheap() {
        return isWithin(system.options().directElimination() ? AFFORDABLE : CHEAP);
    }

    /** Whether direct elimination is possible at all. */
    boolean isAffordable() {
        return isWithin(AFFORDABLE);
    }

    private boolean isWithin(double operations) {
        if (plan == null && EliminationPlan.leastOperations(generator) > operations) return false;
        return plan() != null && plan().operations() <= operations && plan().bytes() <= 0.5 * memory();
    }

    private static double memory() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
    }

    /** The method of choice at a shift. */
    GeneratorInverse first(double shiftRe, double shiftIm) {
        return isCheap() ? direct(shiftRe, shiftIm) : krylov(shiftRe, shiftIm);
    }

    /** Direct elimination; where a level is singular by itself, a shifted one with GMRES. */
    GeneratorInverse direct(double shiftRe, double shiftIm) {
        double[] kept = isShifted(shiftRe, shiftIm) ? null : trace;
        try {
            return new Elimination(generator, plan(), kept, rates, shiftRe, shiftIm);
        } catch (ArithmeticException e) {
            return regularised(shiftRe, shiftIm);
        }
    }

    /**
     * GMRES with the direct elimination of the generator shifted a little further, in which no level is singular by
     * itself.
     *
     * @throws ArithmeticException when one is all the same
     */
    KrylovInverse regularised(double shiftRe, double shiftIm) {
        double[] kept = isShifted(shiftRe, shiftIm) ? null : trace;
        Preconditioner shifted = Preconditioner.of(
                new BlockElimination(plan().matrix(), plan().levels(), shiftRe + ASIDE * rates, shiftIm));
        return new KrylovInverse(
                generator,
                List.of(shifted),
                List.of(plan().inWords() + " with a shift"),
                kept,
                rates,
                shiftRe,
                shiftIm);
    }

    private static boolean isShifted(double re, double im) {
        return re != 0 || im != 0;
    }

    /** GMRES. */
    KrylovInverse krylov(double shiftRe, double shiftIm) {
        requireMemory();
        boolean shifted = isShifted(shiftRe, shiftIm);
        double aside = shifted ? shiftRe : ASIDE * rates;
        List<LinearMap> maps = new ArrayList<>();
        List<String> names = new ArrayList<>();
        SylvesterInverse sites = generator.uncoupledSites();
        if (sites != null) {
            maps.add(sites.shifted(aside, shiftIm));
            names.add("the uncoupled sites");
        }
        maps.add(generator.noJump().shifted(aside, shiftIm));
        names.add("the part without jumps");
        return new KrylovInverse(generator, maps, names, shifted ? null : trace, rates, shiftRe, shiftIm);
    }

    /** What is near the inverse of the generator minus a shift: that itself where direct elimination is cheap. */
    Preconditioner preconditioner(double shiftRe, double shiftIm) {
        // A complex elimination costs four times a real one.
        if (isWithin(CHEAP / 4)) {
            BlockElimination factors = new BlockElimination(plan().matrix(), plan().levels(), shiftRe, shiftIm);
            return Preconditioner.of(factors);
        }
        SylvesterInverse sites = generator.uncoupledSites();
        if (sites == null) sites = generator.noJump();
        return Preconditioner.of(sites.shifted(shiftRe, shiftIm));
    }

    private void requireMemory() {
        double needed = 8.0 * generator.dimension() * (KrylovInverse.VECTORS + 10);
        double there = Runtime.getRuntime().maxMemory();
        if (needed <= 0.9 * there) return;
        throw new OutOfReachException(String.format(
                Locale.ROOT,
                "%d unknowns need %.1f GB to solve for and %.1f GB are allowed: "
                        + "take a smaller size, or ask \"trajectories\" over a long time",
                generator.dimension(),
                needed / 1e9,
                there / 1e9));
    }
}
