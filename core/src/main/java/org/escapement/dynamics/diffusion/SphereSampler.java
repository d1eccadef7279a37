package org.escapement.dynamics.diffusion;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.equations.CompiledEquations;
import org.escapement.dynamics.equations.SizeSeries;
import org.escapement.expression.Evaluation;
import org.escapement.model.ModelException;
import org.escapement.model.ParameterValues;
import org.escapement.numerics.kernel.Kernel;
import org.escapement.numerics.kernel.KernelChoice;
import org.escapement.numerics.kernel.Kernels;
import org.escapement.numerics.random.RandomStream;

/**
 * Samples the stochastic motion of unit vectors. Each step turns the vectors by the mean of two rotation vectors, one at the
 * beginning and one where the first leads (Heun's method on the rotation group, weak order 1): lengths stay 1 to rounding
 * whatever the step. Numbers depend on the seed, the trajectory and the step alone. Belongs to one thread.
 */
public final class SphereSampler {

    /**
     * How to sample.
     *
     * @param trajectories independent ones, at least 2
     * @param step time step
     * @param settling time before anything is read off
     * @param duration time over which is averaged, at least one step
     * @param seed of all random numbers
     */
    public record Settings(int trajectories, double step, double settling, double duration, long seed) {
        public Settings {
            if (trajectories < 2 || !(step > 0) || !(settling >= 0) || !(duration >= step)) {
                throw new IllegalArgumentException(
                        "need 2 trajectories, a positive step and a duration of at least one step");
            }
        }
    }

    /**
     * A sampled expectation value.
     *
     * @param mean average over trajectories of time averages, without its power of N
     * @param standardError of that average, from the spread of the trajectories
     */
    public record Sampled(double mean, double standardError) {}

    private final DiffusionEquations equations;
    private final int n;
    private final Kernel turning;
    private final double[] slots;
    private final double[][] noise;
    private final ToDoubleFunction<String> values;

    public SphereSampler(DiffusionEquations equations, ParameterValues point) {
        this.equations = equations;
        this.values = name -> {
            Optional<SizeSeries.Part> part = SizeSeries.part(name);
            return part.isEmpty() ? point.value(name) : part.get().value(point);
        };
        CompiledEquations compiled = CompiledEquations.compile(equations.names(), equations.turning());
        this.n = equations.names().size();
        this.turning = Kernels.of(compiled.tape(), KernelChoice.AUTOMATIC);
        this.slots = compiled.coefficients(values);
        this.noise = root(twiceDiffusion());
    }

    private double[][] twiceDiffusion() {
        double[][] s = new double[n][n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                if (equations.diffuses(a, b)) s[a][b] = 2 * Evaluation.of(equations.diffusion(a, b), values);
            }
        }
        return s;
    }

    /** The lower triangular root of a matrix without negative directions; empty rows stay empty. */
    private static double[][] root(double[][] s) {
        int n = s.length;
        double[][] g = new double[n][n];
        for (int j = 0; j < n; j++) {
            double left = s[j][j];
            for (int k = 0; k < j; k++) left -= g[j][k] * g[j][k];
            if (left < -1e-12 * Math.abs(s[j][j])) {
                throw new ModelException("the diffusion is negative in some direction: a jump's rate is negative here");
            }
            if (left <= 1e-14 * Math.abs(s[j][j])) continue;
            g[j][j] = Math.sqrt(left);
            for (int i = j + 1; i < n; i++) {
                double sum = s[i][j];
                for (int k = 0; k < j; k++) sum -= g[i][k] * g[j][k];
                g[i][j] = sum / g[j][j];
            }
        }
        return g;
    }

    /** Time averages of observables in the stationary state. */
    public List<Sampled> stationary(List<Operator> observables, Settings settings) {
        CompiledEquations compiled = CompiledEquations.compile(
                equations.names(), observables.stream().map(equations::function).toList());
        Kernel functions = Kernels.of(compiled.tape(), KernelChoice.AUTOMATIC);
        double[] functionSlots = compiled.coefficients(values);
        int count = observables.size();
        double[] sum = new double[count];
        double[] squares = new double[count];
        double[] value = new double[count];
        long settlingSteps = Math.round(settings.settling() / settings.step());
        long steps = Math.max(1, Math.round(settings.duration() / settings.step()));
        for (int trajectory = 0; trajectory < settings.trajectories(); trajectory++) {
            double[] m = start(settings.seed(), trajectory);
            Motion motion = new Motion(settings, trajectory);
            double[] average = new double[count];
            for (long s = 0; s < settlingSteps + steps; s++) {
                motion.advance(m, s);
                if (s < settlingSteps) continue;
                functions.evaluate(0, m, functionSlots, value);
                for (int i = 0; i < count; i++) average[i] += value[i] / steps;
            }
            for (int i = 0; i < count; i++) {
                sum[i] += average[i];
                squares[i] += average[i] * average[i];
            }
        }
        return results(sum, squares, settings.trajectories());
    }

    private static List<Sampled> results(double[] sum, double[] squares, int trajectories) {
        return java.util.stream.IntStream.range(0, sum.length)
                .mapToObj(i -> {
                    double mean = sum[i] / trajectories;
                    double variance = Math.max(0, squares[i] / trajectories - mean * mean);
                    return new Sampled(mean, Math.sqrt(variance / (trajectories - 1)));
                })
                .toList();
    }

    /** Directions spread evenly over the spheres. */
    private double[] start(long seed, long trajectory) {
        double[] m = new double[n];
        for (int s = 0; s < n; s += 3) {
            double z = 2 * RandomStream.uniform(seed, trajectory, -2 - s) - 1;
            double angle = 2 * Math.PI * RandomStream.uniform(seed, trajectory, -3 - s);
            m[s] = Math.sqrt(1 - z * z) * Math.cos(angle);
            m[s + 1] = Math.sqrt(1 - z * z) * Math.sin(angle);
            m[s + 2] = z;
        }
        return m;
    }

    /** One trajectory's steps. */
    private final class Motion {
        private final Settings settings;
        private final long trajectory;
        private final double[] gaussian = new double[n + 1];
        private final double[] kick = new double[n];
        private final double[] first = new double[n];
        private final double[] second = new double[n];
        private final double[] predicted = new double[n];

        Motion(Settings settings, long trajectory) {
            this.settings = settings;
            this.trajectory = trajectory;
        }

        void advance(double[] m, long step) {
            draw(step);
            turning.evaluate(0, m, slots, first);
            for (int i = 0; i < n; i++) first[i] = first[i] * settings.step() + kick[i];
            System.arraycopy(m, 0, predicted, 0, n);
            turn(predicted, first);
            turning.evaluate(0, predicted, slots, second);
            for (int i = 0; i < n; i++) second[i] = (first[i] + second[i] * settings.step() + kick[i]) / 2;
            turn(m, second);
        }

        /** Normal increments by Box and Muller (1958), then through the root of the diffusion. */
        private void draw(long step) {
            for (int i = 0; i < n; i += 2) {
                double radius = Math.sqrt(-2
                        * Math.log(1 - RandomStream.uniform(settings.seed(), trajectory, step * (n + 1) + i))
                        * settings.step());
                double angle = 2 * Math.PI * RandomStream.uniform(settings.seed(), trajectory, step * (n + 1) + i + 1);
                gaussian[i] = radius * Math.cos(angle);
                gaussian[i + 1] = radius * Math.sin(angle);
            }
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int k = 0; k <= i; k++) sum += noise[i][k] * gaussian[k];
                kick[i] = sum;
            }
        }
    }

    /** Turns each vector by a rotation vector: Rodrigues' formula. */
    private static void turn(double[] m, double[] rotation) {
        for (int s = 0; s < m.length; s += 3) {
            double a = rotation[s];
            double b = rotation[s + 1];
            double c = rotation[s + 2];
            double angle = Math.sqrt(a * a + b * b + c * c);
            if (angle == 0) continue;
            double sine = Math.sin(angle) / angle;
            double cosine = Math.cos(angle);
            double along = (a * m[s] + b * m[s + 1] + c * m[s + 2]) * (1 - cosine) / (angle * angle);
            double x = m[s] * cosine + sine * (b * m[s + 2] - c * m[s + 1]) + along * a;
            double y = m[s + 1] * cosine + sine * (c * m[s] - a * m[s + 2]) + along * b;
            double z = m[s + 2] * cosine + sine * (a * m[s + 1] - b * m[s]) + along * c;
            m[s] = x;
            m[s + 1] = y;
            m[s + 2] = z;
        }
    }
}
