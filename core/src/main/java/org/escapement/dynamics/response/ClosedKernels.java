package org.escapement.dynamics.response;

import java.util.List;
import org.escapement.model.network.NetworkBath;
import org.escapement.numerics.linear.Complex;

/**
 * Second-order kernels in closed form. With the bath's response sum_b a_b exp(-lambda_b t), k_b = lambda_b - i Omega
 * and the residues r_j of the static network,
 * K = sum_b a_b {G_b/k_b + i Omega <x x>/(k_b lambda_b) + sum_j r_j Phi(kappa_j - i Omega; lambda_b, T1)},
 * G_b = k_b sum_j r_j Phi(k_b; kappa_j, T2) - <x x>
 *     = sum_j r_j {T2 kappa_j/[k_b (k_b + kappa_j)] + (kappa_j^2/pi) [psi(k_b) - psi(kappa_j)]/(k_b^2 - kappa_j^2)},
 * heat = Im(-i) {sum_b a_b [G_b - sum_j kappa_j r_j Phi(kappa_j - i Omega; lambda_b, T1)]}. The second form of G uses
 * sum_j r_j = 0 and keeps all digits at a large cut-off, where the first loses the square of it. Thread-safe.
 */
final class ClosedKernels implements KernelRoute {

    private final StaticState state;
    private final Resonances resonances;
    private final List<BathMemory.Decay> decays;
    private final ThermalKernel modulated;
    private final ThermalKernel still;
    private final Complex[] levels;
    private final Complex[] decayLevels;
    private final NoiseSums noise;

    ClosedKernels(StaticState state, NetworkBath bath) {
        this.state = state;
        this.resonances = state.resonances().orElseThrow();
        this.decays = ((BathMemory.Rational) BathMemory.of(bath.density())).decays();
        this.modulated = new ThermalKernel(bath.temperature());
        this.still = new ThermalKernel(state.temperature());
        this.levels = resonances.rates().stream().map(still::level).toArray(Complex[]::new);
        this.decayLevels = decays.stream().map(d -> modulated.level(d.rate())).toArray(Complex[]::new);
        this.noise = new NoiseSums(resonances, decays, bath.temperature(), state.temperature());
    }

    private int size() {
        return state.response().size();
    }

    /** The kernel computed last, which powers, heat and noise of one drive frequency share. */
    private record Known(double drive, Kernel kernel) {}

    private volatile Known known = new Known(Double.NaN, null);

    @Override
    public Kernel at(double drive) {
        Known last = known;
        if (last.drive() == drive) return last.kernel();
        Kernel kernel = compute(drive);
        known = new Known(drive, kernel);
        return kernel;
    }

    private Kernel compute(double drive) {
        int n = size();
        Terms[][] work = terms(n);
        Terms[][] heat = terms(n);
        for (int b = 0; b < decays.size(); b++) {
            Complex a = decays.get(b).amplitude();
            Complex lambda = decays.get(b).rate();
            Complex k = lambda.minus(new Complex(0, drive));
            Complex frozen = new Complex(0, drive).over(k.times(lambda)).times(a);
            Complex[] shared = shared(k);
            Complex[] moved = moved(drive, b);
            Complex[] still =
                    java.util.Arrays.stream(shared).map(z -> z.times(a)).toArray(Complex[]::new);
            Complex[] frame =
                    java.util.Arrays.stream(moved).map(z -> z.times(a)).toArray(Complex[]::new);
            Complex inverse = k.reciprocal();
            // Residues are symmetric, so the kernels are.
            for (int l = 0; l < n; l++) {
                for (int m = l; m < n; m++) {
                    work[l][m].add(frozen.times(state.covariance(l, m).value()));
                    for (int j = 0; j < frame.length; j++) {
                        Complex r = resonances.residue(j, l, m);
                        Complex one = r.times(still[j]);
                        Complex two = r.times(frame[j]);
                        work[l][m].add(one.times(inverse));
                        work[l][m].add(two);
                        heat[l][m].add(one);
                        heat[l][m].add(two.times(resonances.rate(j)).negated());
                    }
                }
            }
        }
        return collect(work, heat);
    }

    private static Terms[][] terms(int n) {
        Terms[][] terms = new Terms[n][n];
        for (int l = 0; l < n; l++) {
            for (int m = l; m < n; m++) terms[l][m] = terms[m][l] = new Terms();
        }
        return terms;
    }

    private static Kernel collect(Terms[][] work, Terms[][] heat) {
        int n = work.length;
        Complex[][] k = new Complex[n][n];
        double[][] kError = new double[n][n];
        double[][] h = new double[n][n];
        double[][] hError = new double[n][n];
        for (int l = 0; l < n; l++) {
            for (int m = 0; m < n; m++) {
                k[l][m] = work[l][m].total();
                kError[l][m] = work[l][m].rounding();
                h[l][m] = -heat[l][m].total().re();
                hError[l][m] = heat[l][m].rounding();
            }
        }
        return new Kernel(k, kError, h, hError);
    }

    /** The terms of G, one for each resonance. */
    private Complex[] shared(Complex k) {
        Complex levelK = still.level(k);
        Complex[] terms = new Complex[resonances.count()];
        for (int j = 0; j < terms.length; j++) {
            Complex kappa = resonances.rate(j);
            Complex thermal = kappa.times(still.temperature()).over(k.times(k.plus(kappa)));
            Complex ratio = still.ratio(k, kappa, levelK, levels[j]);
            terms[j] = thermal.plus(kappa.squared().times(ratio).over(Math.PI));
        }
        return terms;
    }

    /** d/dk of the terms of G/k. */
    private Complex[] sharedSlope(Complex k) {
        Complex levelK = still.level(k);
        Complex[] g = shared(k);
        Complex[] terms = new Complex[resonances.count()];
        for (int j = 0; j < terms.length; j++) {
            Complex kappa = resonances.rate(j);
            Complex sum = k.plus(kappa);
            Complex thermal = kappa.times(k.times(2).plus(kappa))
                    .times(-still.temperature())
                    .over(k.times(sum).squared());
            Complex ratio = still.ratioSlope(k, kappa, levelK, levels[j]);
            Complex slope = thermal.plus(kappa.squared().times(ratio).over(Math.PI));
            terms[j] = slope.minus(g[j].over(k)).over(k);
        }
        return terms;
    }

    /** Phi(kappa_j - i Omega; lambda_b, T1). */
    private Complex[] moved(double drive, int b) {
        Complex[] terms = new Complex[resonances.count()];
        for (int j = 0; j < terms.length; j++) {
            Complex k = resonances.rate(j).minus(new Complex(0, drive));
            terms[j] = modulated.laplace(k, decays.get(b).rate(), modulated.level(k), decayLevels[b]);
        }
        return terms;
    }

    @Override
    public Slope slope(double drive) {
        int n = size();
        Terms[][] terms = terms(n);
        for (int b = 0; b < decays.size(); b++) {
            Complex a = decays.get(b).amplitude();
            Complex lambda = decays.get(b).rate();
            Complex k = lambda.minus(new Complex(0, drive));
            // d/dOmega of i Omega/(k lambda) with dk/dOmega = -i is i/(k lambda) - Omega/(k^2 lambda) = i/k^2.
            Complex frozen = Complex.I.over(k.squared()).times(a);
            Complex[] shared = sharedSlope(k);
            for (int j = 0; j < resonances.count(); j++) {
                Complex kj = resonances.rate(j).minus(new Complex(0, drive));
                Complex moved = modulated.laplaceSlope(kj, lambda, modulated.level(kj), decayLevels[b]);
                Complex both = shared[j].plus(moved).times(a).times(new Complex(0, -1));
                for (int l = 0; l < n; l++) {
                    for (int m = l; m < n; m++)
                        terms[l][m].add(resonances.residue(j, l, m).times(both));
                }
            }
            for (int l = 0; l < n; l++) {
                for (int m = l; m < n; m++) {
                    terms[l][m].add(frozen.times(state.covariance(l, m).value()));
                }
            }
        }
        Kernel collected = collect(terms, terms);
        return new Slope(collected.work(), collected.workError());
    }

    @Override
    public Estimated[][] noise(double drive) {
        int n = size();
        Estimated[][] all = new Estimated[n][n];
        boolean isothermal = modulated.temperature() == still.temperature();
        Kernel kernel = isothermal ? at(drive) : null;
        for (int l = 0; l < n; l++) {
            for (int m = 0; m < n; m++) {
                if (kernel == null) {
                    // One useless element is enough for the caller to choose the other route.
                    boolean useless = l + m > 0 && !Double.isFinite(all[0][0].error());
                    all[l][m] = useless ? all[0][0] : m < l ? all[m][l] : noise.at(l, m, drive);
                } else {
                    // Equal temperatures: coth coth - 1 = N coth(-Omega/2T).
                    double coth = still.temperature() == 0 ? 1 : 1 / Math.tanh(drive / (2 * still.temperature()));
                    all[l][m] = new Estimated(coth * kernel.work()[l][m].im(), coth * kernel.workError()[l][m]);
                }
            }
        }
        return all;
    }
}
