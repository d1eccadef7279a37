package org.escapement.observables.nonlinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.escapement.expression.Derivative;
import org.escapement.expression.Evaluation;
import org.escapement.expression.Expression;
import org.escapement.expression.Expression.Symbol;
import org.escapement.numerics.linear.DenseAlgebra;
import org.escapement.numerics.ode.OdeIntegrator;
import org.escapement.numerics.ode.OdeSystem;
import org.escapement.observables.Accuracy;

/**
 * dy/dt = f(y) at one parameter point, with its symbolic Jacobian and its constants of motion. States are arrays in the
 * order of {@link #variables()}, rates in the model's reference rate. Immutable and thread-safe: whatever computes is
 * handed out as a new object for one thread.
 */
public final class Flow {

    private final FlowFamily family;
    private final FlowProgram program;
    private final Map<String, Double> point;
    private final double[] flowSlots;
    private final double[] linearSlots;
    private final double[] conservedSlots;

    Flow(FlowFamily family, FlowProgram program, Map<String, Double> point, ToDoubleFunction<String> values) {
        this.family = family;
        this.program = program;
        this.point = Map.copyOf(point);
        this.flowSlots = program.flow().equations().coefficients(values);
        this.linearSlots = program.linear().equations().coefficients(values);
        this.conservedSlots = program.conserved().equations().coefficients(values);
    }

    public FlowFamily family() {
        return family;
    }

    /** The parameters that were set. */
    public Map<String, Double> point() {
        return point;
    }

    public List<String> variables() {
        return family.variables();
    }

    public int dimension() {
        return variables().size();
    }

    /** Index of a variable. */
    public int index(String variable) {
        int index = variables().indexOf(variable);
        if (index < 0) throw new IllegalArgumentException("no variable '" + variable + "' among " + variables());
        return index;
    }

    /** Value of a parameter or defined number at this point. */
    public double number(Expression e) {
        return Evaluation.of(e, family.numbers(point));
    }

    /** f(y). */
    public double[] rates(double[] y) {
        double[] f = new double[dimension()];
        system().derivatives(0, y, f);
        return f;
    }

    /** df_i/dy_j. */
    public double[][] jacobian(double[] y) {
        int n = dimension();
        double[] all = new double[n + n * n];
        linear().at(y, all);
        return rows(all, n, n, n);
    }

    /** Number of constants of motion. */
    public int constants() {
        return program.constants().size();
    }

    /** Names of the constants of motion; an ensemble's name stands for its squared length. */
    public List<String> conservedNames() {
        return program.constants();
    }

    /** The constants of motion as expressions of variables and parameters. */
    List<Expression> conservedExpressions() {
        return program.levels();
    }

    /** Values of the constants of motion. */
    public double[] conserved(double[] y) {
        return Arrays.copyOf(levels(y), constants());
    }

    /** Gradients of the constants of motion, one row each. */
    public double[][] conservedGradients(double[] y) {
        return rows(levels(y), constants(), constants(), dimension());
    }

    private double[] levels(double[] y) {
        double[] all = new double[constants() * (1 + dimension())];
        if (all.length > 0) new Quantities(program.conserved(), conservedSlots).at(y, all);
        return all;
    }

    private static double[][] rows(double[] all, int from, int rows, int columns) {
        double[][] matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = Arrays.copyOfRange(all, from + i * columns, from + (i + 1) * columns);
        }
        return matrix;
    }

    /** Orthonormal columns that span the directions along which no constant of motion changes. */
    public double[][] tangentSpace(double[] y) {
        return DenseAlgebra.complement(conservedGradients(y), dimension());
    }

    /** The difference of two states, angles taken modulo 2 pi. */
    public double[] difference(double[] a, double[] b) {
        double[] d = new double[dimension()];
        for (int i = 0; i < d.length; i++) {
            d[i] = a[i] - b[i];
            if (family.isAngle(i)) d[i] = Math.IEEEremainder(d[i], 2 * Math.PI);
        }
        return d;
    }

    /** Euclidean distance of two states, angles taken modulo 2 pi. */
    public double distance(double[] a, double[] b) {
        return DenseAlgebra.norm(difference(a, b));
    }

    /** Expressions of variables and parameters, ready to be evaluated. */
    public Quantities quantities(List<Expression> expressions) {
        FlowProgram.Code code = program.code(List.copyOf(expressions));
        return new Quantities(code, code.equations().coefficients(family.numbers(point)));
    }

    /** One expression of variables and parameters. */
    public Quantities quantity(Expression expression) {
        return quantities(List.of(expression));
    }

    /** The equations for an integrator. */
    public OdeSystem system() {
        return new ExtendedSystem(dimension(), new Quantities(program.flow(), flowSlots));
    }

    /** The equations extended by integrals of expressions. */
    public OdeSystem system(List<Expression> integrands) {
        if (integrands.isEmpty()) return system();
        return new ExtendedSystem(dimension(), new Quantities(program.flow(), flowSlots), quantities(integrands));
    }

    /** The equations extended by tangent vectors, one after another: d(delta y)/dt = J delta y. */
    public OdeSystem variational(int vectors) {
        return new VariationalSystem(dimension(), vectors, linear());
    }

    /** Rates, then the Jacobian row by row. */
    Quantities linear() {
        return new Quantities(program.linear(), linearSlots);
    }

    /** Rate of change of an expression of the variables along the flow. */
    public Expression rateOf(Expression quantity) {
        return Derivative.along(quantity, s -> {
            int index = variables().indexOf(((Symbol) s).name());
            return index < 0 ? Expression.ZERO : program.rates().get(index);
        });
    }

    /**
     * The divergence, sum of all df_i/dy_i: its average over a closed orbit is the sum of the orbit's Floquet exponents,
     * also where their multipliers are too small to be computed one by one.
     */
    public Expression divergence() {
        List<Expression> terms = new ArrayList<>();
        for (int i = 0; i < dimension(); i++) {
            terms.add(Derivative.partial(program.rates().get(i), variables().get(i)));
        }
        return Expression.sum(terms);
    }

    List<Expression> rateExpressions() {
        return program.rates();
    }

    static OdeIntegrator integrator(OdeSystem system, Accuracy accuracy) {
        return new OdeIntegrator(system, accuracy.method().tableau(), accuracy.tolerances())
                .maximumSteps(accuracy.maximumSteps());
    }
}
