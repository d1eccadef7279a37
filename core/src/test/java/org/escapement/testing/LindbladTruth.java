package org.escapement.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.escapement.algebra.BosonMode;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.Letter;
import org.escapement.algebra.Operator;
import org.escapement.algebra.SiteWord;
import org.escapement.algebra.Symbol;
import org.escapement.algebra.Word;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.model.InitialState;
import org.escapement.model.JumpOperator;
import org.escapement.model.Mode;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.SpinEnsemble;
import org.escapement.numerics.linear.Dense;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * The master equation of a model as matrices, by brute force: Dicke states for an ensemble that only jumps
 * collectively, all 2^N states for one whose atoms jump one by one, Fock states below a cut-off for modes. Nothing of
 * the symbolic reordering is used except the canonical form of the given operators. Classical letters are frozen.
 */
public final class LindbladTruth {

    private record Jump(String name, double rate, ComplexMatrix matrix) {}

    private final OpenSystem model;
    private final ParameterValues point;
    private final double size;
    private final Map<String, Double> frozen;
    private final Map<DegreeOfFreedom, Integer> atoms = new TreeMap<>();
    private final Map<DegreeOfFreedom, Map<Letter, ComplexMatrix>> single = new TreeMap<>();
    private final List<Jump> jumps = new ArrayList<>();
    private final ComplexMatrix effective;
    private final int cutOff;

    private LindbladTruth(OpenSystem model, Map<String, Double> values, Map<String, Double> frozen, int cutOff) {
        this.model = model;
        this.frozen = frozen;
        this.cutOff = cutOff;
        point = ParameterValues.of(model, values);
        size = values.get(model.size());
        model.ensembles().forEach(this::spin);
        for (Mode m : model.modes()) single.put(m.boson(), modeLetters(cutOff));
        model.jumps().forEach(this::jump);
        effective = matrix(model.totalHamiltonian());
        for (Jump j : jumps) effective.add(j.matrix.adjoint().times(j.matrix), 0, -j.rate / 2);
    }

    /** The model at a parameter point that includes its size. */
    public static LindbladTruth of(OpenSystem model, Map<String, Double> values, int cutOff) {
        return new LindbladTruth(model, values, Map.of(), cutOff);
    }

    /** The same with classical letters held at fixed values. */
    public static LindbladTruth frozen(
            OpenSystem model, Map<String, Double> values, Map<String, Double> letters, int cutOff) {
        return new LindbladTruth(model, values, letters, cutOff);
    }

    private void spin(SpinEnsemble e) {
        int count = (int) Math.round(number(e.atoms()));
        boolean oneByOne = model.jumps().stream()
                .anyMatch(j -> j.scope() == JumpOperator.Scope.INDIVIDUAL
                        && j.operator().degreesOfFreedom().contains(e.spin()));
        Map<Letter, ComplexMatrix> letters = spinLetters(count + 1);
        if (oneByOne) {
            letters.replaceAll((letter, m) -> new ComplexMatrix(1 << count));
            for (int k = 0; k < count; k++) {
                int atom = k;
                letters.replaceAll((letter, m) -> m.plus(onAtom(letter, atom, count)));
            }
            atoms.put(e.spin(), count);
        }
        single.put(e.spin(), letters);
    }

    /** Basis from the top of the ladder downwards. */
    private static Map<Letter, ComplexMatrix> spinLetters(int dimension) {
        double j = (dimension - 1) / 2.0;
        ComplexMatrix raising = new ComplexMatrix(dimension);
        ComplexMatrix z = new ComplexMatrix(dimension);
        for (int i = 0; i < dimension; i++) {
            double m = j - i;
            z.set(i, i, m, 0);
            if (i > 0) raising.set(i - 1, i, Math.sqrt(j * (j + 1) - m * (m + 1)), 0);
        }
        return new LinkedHashMap<>(Map.of(Letter.RAISING, raising, Letter.Z, z, Letter.LOWERING, raising.adjoint()));
    }

    private static ComplexMatrix onAtom(Letter letter, int atom, int count) {
        return ComplexMatrix.identity(1 << atom)
                .kronecker(spinLetters(2).get(letter))
                .kronecker(ComplexMatrix.identity(1 << (count - atom - 1)));
    }

    private static Map<Letter, ComplexMatrix> modeLetters(int cutOff) {
        ComplexMatrix a = new ComplexMatrix(cutOff);
        for (int n = 1; n < cutOff; n++) a.set(n - 1, n, Math.sqrt(n), 0);
        return Map.of(Letter.ANNIHILATION, a, Letter.CREATION, a.adjoint());
    }

    private void jump(JumpOperator j) {
        double rate = number(j.rate());
        if (j.scope() == JumpOperator.Scope.COLLECTIVE) {
            jumps.add(new Jump(j.name(), rate, matrix(j.operator())));
            return;
        }
        DegreeOfFreedom site = j.operator().degreesOfFreedom().first();
        for (int k = 0; k < atoms.get(site); k++) {
            int atom = k;
            jumps.add(new Jump(
                    j.name(),
                    rate,
                    matrix(j.operator(), letter -> embedded(site, onAtom(letter, atom, atoms.get(site))))));
        }
    }

    private ComplexMatrix embedded(DegreeOfFreedom site, ComplexMatrix letter) {
        ComplexMatrix product = ComplexMatrix.identity(1);
        for (DegreeOfFreedom other : single.keySet()) {
            product = product.kronecker(other.equals(site) ? letter : ComplexMatrix.identity(dimension(other)));
        }
        return product;
    }

    private int dimension(DegreeOfFreedom site) {
        return single.get(site).values().iterator().next().size;
    }

    private int dimension() {
        return single.keySet().stream().mapToInt(this::dimension).reduce(1, (a, b) -> a * b);
    }

    /** The value of a number of the model at this point. */
    public double number(Coefficient c) {
        return c.evaluate(this::value, size);
    }

    private double value(Symbol s) {
        ToDoubleFunction<String> values = name -> frozen.containsKey(name) ? frozen.get(name) : point.value(name);
        Expression opaque = model.opaqueNumbers().get(s.name());
        return opaque == null ? values.applyAsDouble(s.name()) : Evaluation.of(opaque, values);
    }

    /** The matrix of an operator of the model. */
    public ComplexMatrix matrix(Operator o) {
        return matrix(o, null);
    }

    private ComplexMatrix matrix(Operator o, java.util.function.Function<Letter, ComplexMatrix> override) {
        ComplexMatrix sum = new ComplexMatrix(dimension());
        for (Map.Entry<Word, Coefficient> term : o.terms().entrySet()) {
            ComplexMatrix product = ComplexMatrix.identity(sum.size);
            for (SiteWord part : term.getKey().sites()) {
                for (Letter letter : part.site().letters()) {
                    for (int i = 0; i < part.power(letter); i++) {
                        product = product.times(
                                override == null
                                        ? embedded(
                                                part.site(),
                                                single.get(part.site()).get(letter))
                                        : override.apply(letter));
                    }
                }
            }
            Coefficient c = term.getValue();
            sum.add(product, number(c), c.evaluateImaginary(this::value, size));
        }
        return sum;
    }

    /** L[rho] = -i[H, rho] + sum_k r_k (L_k rho L_k† - {L_k† L_k, rho}/2); rho need not be Hermitian. */
    public ComplexMatrix rate(ComplexMatrix rho) {
        ComplexMatrix change = effective.times(rho).times(0, -1);
        change.add(effective.times(rho.adjoint()).adjoint(), 0, 1);
        for (Jump j : jumps) change.add(j.matrix.sandwich(rho), j.rate, 0);
        return change;
    }

    /** L as a matrix on entries (i, j) at i d + j, the terms L_k rho L_k† multiplied by a factor for each jump's name. */
    public Dense superoperator(ToDoubleFunction<String> factor) {
        int d = dimension();
        Dense m = Dense.zero(d * d, d * d, false);
        for (int column = 0; column < d * d; column++) {
            ComplexMatrix unit = new ComplexMatrix(d);
            unit.set(column / d, column % d, 1, 0);
            ComplexMatrix image = rate(unit);
            for (Jump j : jumps) {
                image.add(j.matrix.sandwich(unit), j.rate * (factor.applyAsDouble(j.name) - 1), 0);
            }
            for (int row = 0; row < d * d; row++) {
                m.re()[row * d * d + column] = image.re[row];
                m.im()[row * d * d + column] = image.im[row];
            }
        }
        return m;
    }

    /** Real and imaginary part of Tr(o rho). */
    public double[] expectation(Operator o, ComplexMatrix rho) {
        return matrix(o).traceOfProduct(rho);
    }

    /** A random state without quanta from {@code fewer} below the cut-off upwards, so that short words are exact. */
    public ComplexMatrix randomState(RandomGenerator random, int fewer) {
        ComplexMatrix below = ComplexMatrix.identity(1);
        for (DegreeOfFreedom site : single.keySet()) {
            ComplexMatrix keep = ComplexMatrix.identity(dimension(site));
            if (site instanceof BosonMode) {
                for (int n = cutOff - fewer; n < cutOff; n++) keep.set(n, n, 0, 0);
            }
            below = below.kronecker(keep);
        }
        return below.sandwich(ComplexMatrix.randomState(dimension(), random));
    }

    /** The product of spin-coherent and coherent states. */
    public ComplexMatrix start(InitialState state) {
        ComplexMatrix rho = ComplexMatrix.identity(1);
        for (DegreeOfFreedom site : single.keySet()) {
            double[] numbers = state.sites().get(site.name()).stream()
                    .mapToDouble(point::evaluate)
                    .toArray();
            rho = rho.kronecker(site instanceof BosonMode ? coherent(numbers) : spinCoherent(site, numbers));
        }
        return rho;
    }

    private ComplexMatrix coherent(double[] amplitude) {
        double[] re = new double[cutOff];
        double[] im = new double[cutOff];
        double x = amplitude[0] * Math.sqrt(size);
        double y = amplitude[1] * Math.sqrt(size);
        re[0] = Math.exp(-(x * x + y * y) / 2);
        for (int n = 1; n < cutOff; n++) {
            re[n] = (x * re[n - 1] - y * im[n - 1]) / Math.sqrt(n);
            im[n] = (x * im[n - 1] + y * re[n - 1]) / Math.sqrt(n);
        }
        return ComplexMatrix.projector(re, im);
    }

    private ComplexMatrix spinCoherent(DegreeOfFreedom site, double[] n) {
        ComplexMatrix atom = new ComplexMatrix(2);
        atom.set(0, 0, (1 + n[2]) / 2, 0);
        atom.set(0, 1, n[0] / 2, -n[1] / 2);
        atom.set(1, 0, n[0] / 2, n[1] / 2);
        atom.set(1, 1, (1 - n[2]) / 2, 0);
        if (atoms.containsKey(site)) {
            ComplexMatrix all = ComplexMatrix.identity(1);
            for (int k = 0; k < atoms.get(site); k++) all = all.kronecker(atom);
            return all;
        }
        int count = dimension(site) - 1;
        double theta = Math.acos(Math.max(-1, Math.min(1, n[2])));
        double phi = Math.atan2(n[1], n[0]);
        double[] re = new double[count + 1];
        double[] im = new double[count + 1];
        double binomial = 1;
        for (int down = 0; down <= count; down++) {
            double size = Math.sqrt(binomial)
                    * Math.pow(Math.cos(theta / 2), count - down)
                    * Math.pow(Math.sin(theta / 2), down);
            re[down] = size * Math.cos(phi * down);
            im[down] = size * Math.sin(phi * down);
            binomial *= (count - down) / (down + 1.0);
        }
        return ComplexMatrix.projector(re, im);
    }

    /** The state after some time, to ten digits. */
    public ComplexMatrix evolve(ComplexMatrix rho, double time) {
        int n = rho.re.length;
        OrdinaryDifferentialEquation equation = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 2 * n;
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                return flat(rate(unflat(y, rho.size)));
            }
        };
        double[] end = new DormandPrince853Integrator(1e-12, 1, 1e-10, 1e-10)
                .integrate(new ExpandableODE(equation), new ODEState(0, flat(rho)), time)
                .getPrimaryState();
        return unflat(end, rho.size);
    }

    private static double[] flat(ComplexMatrix m) {
        double[] y = new double[2 * m.re.length];
        System.arraycopy(m.re, 0, y, 0, m.re.length);
        System.arraycopy(m.im, 0, y, m.re.length, m.re.length);
        return y;
    }

    private static ComplexMatrix unflat(double[] y, int size) {
        ComplexMatrix m = new ComplexMatrix(size);
        System.arraycopy(y, 0, m.re, 0, m.re.length);
        System.arraycopy(y, m.re.length, m.im, 0, m.re.length);
        return m;
    }
}
