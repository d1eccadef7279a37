package org.escapement.dynamics.fluctuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.escapement.dynamics.equations.CompiledEquations;
import org.escapement.expression.Expression;
import org.escapement.numerics.kernel.Tape;

/**
 * Writes the equations of means, frames, covariances and shifts onto one tape.
 *
 * <p>With the frame E of a tangent space (columns in the coordinates of the letters) and its left inverse E⁺, the
 * fluctuations are F = E ξ and the covariances of ξ obey C' = W C + C Wᵀ + E⁺ D E⁺ᵀ, W = E⁺(Q E - E'). The frame vector e
 * of a spin is carried parallel to itself, e' = -j (j'·e)/|j|², so that the rotation of the mean is taken out of W.
 */
final class FluctuationTape {

    private static final int NONE = TapeVectors.NONE;

    private final FluctuationEquations equations;
    private final StateLayout layout;
    private final List<Expression> slots = new ArrayList<>();
    private final Tape.Builder tape;
    private final TapeVectors vectors;
    private final int[] state;
    /** Rates of the mean-field variables. */
    private final int[] rates;
    /** Values of the Jacobian and of the diffusion matrix of letters, NONE where they vanish. */
    private final int[][] jacobian;

    private final int[][] diffusion;
    /** Columns of E and rows of E⁺ by coordinate, component within the site. */
    private final int[][] columns;

    private final int[][] rows;
    private final int[] outputs;

    private FluctuationTape(FluctuationEquations equations, StateLayout layout) {
        this.equations = equations;
        this.layout = layout;
        CompiledEquations first = CompiledEquations.compile(layout.kept(), firstExpressions());
        List<Expression> shiftRates = layout.shifted()
                ? new NextOrder(equations)
                        .shiftRates().stream().map(this::represented).toList()
                : List.of();
        CompiledEquations second = CompiledEquations.compile(shiftNames(), shiftRates);
        slots.addAll(first.slots());
        slots.addAll(second.slots());
        tape = Tape.builder(layout.dimension(), slots.size());
        vectors = new TapeVectors(tape);
        state = new int[layout.dimension()];
        Arrays.setAll(state, tape::variable);
        int[] values = tape.splice(
                first.tape(), Arrays.copyOf(state, layout.kept().size()), coefficients(0, first), tape.time());
        rates = Arrays.copyOf(values, layout.kept().size());
        jacobian = new int[layout.letters()][layout.letters()];
        diffusion = new int[layout.letters()][layout.letters()];
        distribute(values);
        columns = new int[layout.coordinates()][];
        rows = new int[layout.coordinates()][];
        outputs = new int[layout.dimension()];
        System.arraycopy(rates, 0, outputs, 0, rates.length);
        layout.sites().forEach(this::frame);
        covariances();
        if (layout.shifted()) shifts(second, coefficients(first.slots().size(), second));
    }

    /** The compiled equations for a layout of the state. */
    static CompiledEquations write(FluctuationEquations equations, StateLayout layout) {
        FluctuationTape written = new FluctuationTape(equations, layout);
        return new CompiledEquations(written.tape.build(written.outputs), written.slots);
    }

    private int[] coefficients(int from, CompiledEquations part) {
        int[] values = new int[part.slots().size()];
        Arrays.setAll(values, k -> tape.coefficient(from + k));
        return values;
    }

    /** Rates, then the elements of the Jacobian and of the diffusion matrix that do not vanish. */
    private List<Expression> firstExpressions() {
        List<Expression> all =
                new ArrayList<>(equations.means().identify(layout.same()).rateExpressions());
        for (int j = 0; j < layout.letters(); j++) {
            for (int k = 0; k < layout.letters(); k++) {
                if (!equations.jacobian(j, k).isZero()) all.add(represented(equations.jacobian(j, k)));
                if (k >= j && !equations.diffusion(j, k).isZero()) all.add(represented(equations.diffusion(j, k)));
            }
        }
        return all;
    }

    /** An expression with the variables that stand for others. */
    private Expression represented(Expression e) {
        if (layout.same().isEmpty()) return e;
        return e.substitute(s -> Expression.symbol(layout.same().getOrDefault(s.name(), s.name())));
    }

    private void distribute(int[] values) {
        int next = rates.length;
        for (int j = 0; j < layout.letters(); j++) {
            for (int k = 0; k < layout.letters(); k++) {
                jacobian[j][k] = equations.jacobian(j, k).isZero() ? NONE : values[next++];
                if (k >= j) {
                    diffusion[j][k] = equations.diffusion(j, k).isZero() ? NONE : values[next++];
                    diffusion[k][j] = diffusion[j][k];
                }
            }
        }
    }

    /** The frame of a site; of a spin from its vector e: (e, n × e) and n if the length changes. */
    private void frame(Site site) {
        if (!site.isSpin()) {
            for (int c = 0; c < 2; c++) {
                columns[site.coordinate() + c] =
                        c == 0 ? new int[] {tape.constant(1), NONE} : new int[] {NONE, tape.constant(1)};
                rows[site.coordinate() + c] = columns[site.coordinate() + c];
            }
            return;
        }
        int[] spin = ofSpin(site, state);
        int[] speed = ofSpin(site, rates);
        int[] e = new int[3];
        for (int c = 0; c < 3; c++) e[c] = state[layout.frame(site, c)];
        int inverseLength = tape.divide(tape.constant(1), tape.squareRoot(vectors.dot(spin, spin)));
        int[] n = vectors.scaled(spin, inverseLength);
        int[] f = vectors.cross(n, e);
        vector(site, 0, e);
        vector(site, 1, f);
        if (site.isLongitudinal()) vector(site, 2, n);
        int turning = tape.multiply(vectors.dot(speed, e), inverseLength);
        for (int c = 0; c < 3; c++) {
            outputs[layout.frame(site, c)] = tape.negate(tape.multiply(turning, n[c]));
        }
    }

    /** J of a spin, or its rate, from the values of mean-field variables. */
    private int[] ofSpin(Site site, int[] values) {
        int[] j = new int[3];
        for (int c = 0; c < 3; c++) {
            j[c] = tape.multiply(values[layout.mean(site.letter() + c)], tape.constant(1 / site.factor(c)));
        }
        return j;
    }

    private void vector(Site site, int coordinate, int[] v) {
        int[] column = new int[3];
        int[] row = new int[3];
        for (int c = 0; c < 3; c++) {
            column[c] = tape.multiply(v[c], tape.constant(site.factor(c)));
            row[c] = tape.multiply(v[c], tape.constant(1 / site.factor(c)));
        }
        columns[site.coordinate() + coordinate] = column;
        rows[site.coordinate() + coordinate] = row;
    }

    /** E⁺ M E or E⁺ M E⁺ᵀ of a matrix of letters. */
    private int[][] projected(int[][] matrix, int[][] right) {
        int k = layout.coordinates();
        int[][] half = new int[layout.letters()][k];
        int[][] whole = new int[k][k];
        for (int[] row : half) Arrays.fill(row, NONE);
        for (int[] row : whole) Arrays.fill(row, NONE);
        for (Site site : layout.sites()) {
            for (int b = site.coordinate(); b < site.coordinate() + site.coordinates(); b++) {
                for (int i = 0; i < layout.letters(); i++) {
                    for (int c = 0; c < site.letters(); c++) {
                        half[i][b] = vectors.sum(half[i][b], matrix[i][site.letter() + c], right[b][c]);
                    }
                }
            }
        }
        for (Site site : layout.sites()) {
            for (int a = site.coordinate(); a < site.coordinate() + site.coordinates(); a++) {
                for (int b = 0; b < k; b++) {
                    for (int c = 0; c < site.letters(); c++) {
                        whole[a][b] = vectors.sum(whole[a][b], rows[a][c], half[site.letter() + c][b]);
                    }
                }
            }
        }
        return whole;
    }

    private void covariances() {
        int[][] w = projected(jacobian, columns);
        for (Site site : layout.sites()) if (site.isLongitudinal()) turn(site, w);
        int[][] d = projected(diffusion, rows);
        int k = layout.coordinates();
        for (int a = 0; a < k; a++) {
            for (int b = a; b < k; b++) {
                int rate = d[a][b];
                for (int c = 0; c < k; c++) {
                    rate = vectors.sum(rate, w[a][c], state[layout.covariance(c, b)]);
                    rate = vectors.sum(rate, w[b][c], state[layout.covariance(a, c)]);
                }
                outputs[layout.covariance(a, b)] = rate == NONE ? tape.constant(0) : rate;
            }
        }
    }

    /** The part -E⁺E' of W where the direction n itself is a coordinate: e·n' = -n·e' = e·j'/|j|. */
    private void turn(Site site, int[][] w) {
        int[] speed = ofSpin(site, rates);
        int[] spin = ofSpin(site, state);
        int inverseLength = tape.divide(tape.constant(1), tape.squareRoot(vectors.dot(spin, spin)));
        int n = site.coordinate() + 2;
        for (int k = 0; k < 2; k++) {
            int e = site.coordinate() + k;
            int[] vector = new int[3];
            for (int c = 0; c < 3; c++) vector[c] = tape.multiply(rows[e][c], tape.constant(site.factor(c)));
            int turning = tape.multiply(vectors.dot(speed, vector), inverseLength);
            w[n][e] = w[n][e] == NONE ? turning : tape.add(w[n][e], turning);
            w[e][n] = w[e][n] == NONE ? tape.negate(turning) : tape.subtract(w[e][n], turning);
        }
    }

    /** Names of the values the shifts' rates are made of: means, shifts, covariances of letters. */
    private List<String> shiftNames() {
        List<String> names = new ArrayList<>(layout.kept());
        equations.means().names().forEach(v -> names.add(NextOrder.shift(v)));
        List<String> letters = equations.names();
        for (int j = 0; j < letters.size(); j++) {
            for (int k = j; k < letters.size(); k++) names.add(NextOrder.covariance(letters.get(j), letters.get(k)));
        }
        return names;
    }

    private void shifts(CompiledEquations second, int[] coefficients) {
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < layout.kept().size(); i++) values.add(state[i]);
        for (int i = 0; i < layout.means(); i++) values.add(state[layout.shift(i)]);
        int[][] letters = ofLetters();
        for (int j = 0; j < layout.letters(); j++) {
            for (int k = j; k < layout.letters(); k++) values.add(letters[j][k]);
        }
        int[] arguments = values.stream().mapToInt(Integer::intValue).toArray();
        int[] shiftRates = tape.splice(second.tape(), arguments, coefficients, tape.time());
        for (int i = 0; i < layout.means(); i++) outputs[layout.shift(i)] = shiftRates[i];
    }

    /** G = E C Eᵀ. */
    private int[][] ofLetters() {
        int[][] g = new int[layout.letters()][layout.letters()];
        for (Site p : layout.sites()) {
            for (Site q : layout.sites()) {
                for (int i = 0; i < p.letters(); i++) {
                    for (int j = 0; j < q.letters(); j++) {
                        g[p.letter() + i][q.letter() + j] = element(p, i, q, j);
                    }
                }
            }
        }
        return g;
    }

    private int element(Site p, int i, Site q, int j) {
        int total = NONE;
        for (int a = p.coordinate(); a < p.coordinate() + p.coordinates(); a++) {
            for (int b = q.coordinate(); b < q.coordinate() + q.coordinates(); b++) {
                int product = vectors.sum(NONE, columns[a][i], columns[b][j]);
                total = vectors.sum(total, product, state[layout.covariance(a, b)]);
            }
        }
        return total == NONE ? tape.constant(0) : total;
    }
}
