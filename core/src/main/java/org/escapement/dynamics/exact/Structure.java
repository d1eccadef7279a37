package org.escapement.dynamics.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.escapement.dynamics.exact.Liouvillian.Parity;

/**
 * What was found in a system and what the methods at finite N would need for it; found from its matrices, not declared.
 *
 * @param states number of basis states d
 * @param sectors number of sets of states that the evolution between jumps keeps apart
 * @param largestSector number of states of the largest
 * @param charges number of classes of blocks of density matrices that never mix: 1 without a weak symmetry
 * @param entries of the classes that hold stationary states, out of d²
 * @param real whether a gauge makes the generator real
 * @param exchanges number of pairs of equal sites whose exchange is a symmetry; empty where matrices are too large to try
 * @param reduced dimensions of those classes by symmetry sector, that of the stationary state first
 * @param levels how many levels make the generator block tridiagonal, 0 where there are too many unknowns to look
 * @param widest unknowns in the largest level
 * @param uncoupled whether it is a sum of what happens to two sites and their coupling, so that Sylvester equations
 *     precondition it
 * @param methods what they need
 */
public record Structure(
        int states,
        int sectors,
        int largestSector,
        int charges,
        long entries,
        boolean real,
        OptionalInt exchanges,
        List<Long> reduced,
        int levels,
        int widest,
        boolean uncoupled,
        List<Method> methods) {

    public Structure {
        reduced = List.copyOf(reduced);
        methods = List.copyOf(methods);
    }

    /**
     * What a method needs, as a guide.
     *
     * @param unknowns it works with
     * @param bytes of memory
     * @param seconds on one core, NaN where nobody knows; for evolution, for a unit of time
     * @param refused why it would be refused, if it would
     */
    public record Method(String name, long unknowns, double bytes, double seconds, Optional<String> refused) {}

    /** Analyses a system without numbers that change in time. */
    public static Structure of(ExactSystem system) {
        StationaryEquations.requireAutonomous(system);
        Charges charges = Charges.of(system.sectors(), system.jumpParts());
        if (8.0 * Symmetries.ARRAYS * charges.diagonal()
                < 0.8 * Runtime.getRuntime().maxMemory()) {
            return new Analysis(system, charges).result();
        }
        return outline(system, charges);
    }

    /** What is known of a system whose density matrix is too large for the methods that use it. */
    static Structure outline(ExactSystem system, Charges charges) {
        boolean real = system.hamiltonian().isReal()
                && system.jumps().stream().allMatch(j -> j.matrix().isReal());
        long entries = charges.diagonal();
        long even = (entries + system.dimension()) / 2;
        List<Long> reduced = real ? List.of(even, entries - even) : List.of(entries);
        String name = "density matrix in time";
        long numbers = real ? entries : 2 * entries;
        return new Structure(
                system.dimension(),
                system.sectorCount(),
                system.largestSector(),
                charges.count(),
                entries,
                real,
                OptionalInt.empty(),
                reduced,
                0,
                0,
                UncoupledSites.fits(system),
                List.of(
                        Analysis.evolution(name, numbers, Double.NaN),
                        Analysis.eigenvaluesNear(reduced.getFirst(), Double.NaN),
                        Analysis.iteration(reduced.getFirst(), Double.NaN),
                        Analysis.jumps(system)));
    }

    private static final class Analysis {
        /** Steps that a preconditioned iteration takes, as a guide. */
        private static final double STEPS = 100;

        private final ExactSystem system;
        private final Charges charges;
        private final Liouvillian stationary;
        private final InverseChoice choice;
        private final ReducedGenerator main;
        private final double application;

        Analysis(ExactSystem system, Charges charges) {
            this.system = system;
            this.charges = charges;
            this.stationary = Liouvillian.of(system);
            this.main = stationary.sector(stationary.parities().getFirst());
            this.choice = new InverseChoice(system, main, null);
            this.application = timed();
        }

        private double timed() {
            double[] x = StationaryEquations.random(main.dimension(), 1);
            double[] y = new double[x.length];
            main.apply(x, y);
            long begin = System.nanoTime();
            main.apply(y, x);
            return (System.nanoTime() - begin) / 1e9;
        }

        Structure result() {
            Generator g = main.generator();
            EliminationPlan plan = choice.plan();
            List<Long> reduced = new ArrayList<>();
            for (Parity p : stationary.parities()) {
                stationary.dimensions(p).forEach(n -> reduced.add((long) n));
            }
            int numbers = main.coordinates().numbers();
            return new Structure(
                    system.dimension(),
                    system.sectorCount(),
                    system.largestSector(),
                    charges.count(),
                    g.size(),
                    g.isReal(),
                    OptionalInt.of(new Symmetries(system, g).swaps().size()),
                    reduced,
                    plan == null ? 0 : plan.levels().count(),
                    plan == null ? 0 : plan.levels().widest(),
                    UncoupledSites.fits(system),
                    List.of(
                            elimination(plan),
                            iteration(main.dimension(), application),
                            allEigenvalues(),
                            eigenvaluesNear(main.dimension(), application),
                            evolution("density matrix in time, a unit of it", numbers, timeUnit(numbers)),
                            jumps(system)));
        }

        private Method elimination(EliminationPlan plan) {
            String name = "stationary state and responses, direct";
            int n = main.dimension();
            if (plan == null) {
                return new Method(name, n, Double.NaN, Double.NaN, Optional.of("too many unknowns to look for levels"));
            }
            Optional<String> refused = choice.isAffordable()
                    ? Optional.empty()
                    : Optional.of(String.format(
                            Locale.ROOT,
                            "%.0e operations and %.1f GB are out of reach: the iteration comes instead",
                            plan.operations(),
                            plan.bytes() / 1e9));
            return new Method(name, n, plan.bytes(), plan.seconds(), refused);
        }

        static Method iteration(long n, double application) {
            double bytes = 8.0 * n * (KrylovInverse.VECTORS + 10);
            return new Method(
                    "stationary state and responses, GMRES",
                    n,
                    bytes,
                    STEPS * (4 * application + 1e-9 * STEPS * n),
                    tooLarge(bytes, "take a smaller size, or trajectories over a long time"));
        }

        private Method allEigenvalues() {
            int n = stationary.parities().stream()
                    .mapToInt(stationary::largestSector)
                    .max()
                    .orElseThrow();
            double bytes = 32.0 * n * n;
            Optional<String> refused = n <= Liouvillian.DENSE
                    ? tooLarge(bytes, "ask for those near a number")
                    : Optional.of("more than " + Liouvillian.DENSE + " unknowns: ask for those near a number");
            return new Method("all eigenvalues", n, bytes, 1e-9 * n * n * n, refused);
        }

        static Method eigenvaluesNear(long n, double application) {
            double bytes = 16.0 * n * 60;
            return new Method(
                    "eigenvalues near a number",
                    n,
                    bytes,
                    STEPS * (8 * application + 1e-9 * STEPS * n),
                    tooLarge(bytes, "take a smaller size"));
        }

        /** Order 8 is stable up to about 6 over the largest rate and applies the generator 12 times. */
        private double timeUnit(long numbers) {
            double steps = Math.max(1, 2 * main.generator().largestRate() / 6);
            return 12 * steps * application * numbers / Math.max(1, main.dimension());
        }

        static Method evolution(String name, long numbers, double seconds) {
            double bytes = 8.0 * numbers * 23;
            return new Method(name, numbers, bytes, seconds, tooLarge(bytes, "ask \"trajectories\" instead"));
        }

        static Method jumps(ExactSystem system) {
            double bytes = 16.0 * system.dimension() * 23;
            return new Method(
                    "quantum trajectories, one at a time", system.dimension(), bytes, Double.NaN, Optional.empty());
        }

        private static Optional<String> tooLarge(double bytes, String remedy) {
            double there = 0.9 * Runtime.getRuntime().maxMemory();
            if (bytes <= there) return Optional.empty();
            return Optional.of(String.format(Locale.ROOT, "%.1f GB are allowed: %s", there / 1e9, remedy));
        }
    }
}
