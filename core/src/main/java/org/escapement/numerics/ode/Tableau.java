package org.escapement.numerics.ode;

import java.util.Arrays;

/**
 * An explicit Runge-Kutta method with an embedded error estimate, as data.
 * <p>Stage s is k_s = f(t + c_s h, y + h sum_j a_sj k_j). The last stage stands at the new point: its row holds the
 * weights of the solution, so that k_last is the first stage of the next step. Immutable, safe to share.
 */
public final class Tableau {
    private static final String DORMAND_PRINCE = """
            stage 0
            stage 1/5
              0 1/5
            stage 3/10
              0 3/40
              1 9/40
            stage 4/5
              0 44/45
              1 -56/15
              2 32/9
            stage 8/9
              0 19372/6561
              1 -25360/2187
              2 64448/6561
              3 -212/729
            stage 1
              0 9017/3168
              1 -355/33
              2 46732/5247
              3 49/176
              4 -5103/18656
            stage 1
              0 35/384
              2 500/1113
              3 125/192
              4 -2187/6784
              5 11/84
            error
              0 71/57600
              2 -71/16695
              3 71/1920
              4 -17253/339200
              5 22/525
              6 -1/40
            dense
              0 -12715105075/11282082432
              2 87487479700/32700410799
              3 -10690763975/1880347072
              4 701980252875/199316789632
              5 -1453857185/822651844
              6 69997945/29380423
            """;

    private final String name;
    private final int order;
    private final int errorOrder;
    private final double[] nodes;
    private final double[][] weights;
    private final double[][] errors;
    private final double[] extraNodes;
    private final double[][] extraWeights;
    private final double[][] dense;

    Tableau(
            String name,
            int order,
            int errorOrder,
            double[] nodes,
            double[][] weights,
            double[][] errors,
            double[] extraNodes,
            double[][] extraWeights,
            double[][] dense) {
        if (errors.length < 1 || errors.length > 2 || nodes[nodes.length - 1] != 1) {
            throw new IllegalArgumentException(
                    name + ": needs one or two error estimates and a last stage at the new point");
        }
        this.name = name;
        this.order = order;
        this.errorOrder = errorOrder;
        this.nodes = nodes;
        this.weights = weights;
        this.errors = errors;
        this.extraNodes = extraNodes;
        this.extraWeights = extraWeights;
        this.dense = dense;
    }

    /** Order 5 with an estimate of order 4 and a dense output of order 4: Dormand, Prince (1980); Hairer's DOPRI5. */
    public static Tableau dormandPrince54() {
        return Known.FIFTH;
    }

    /** Order 8 with estimates of orders 5 and 3 and a dense output of order 7: Hairer's DOP853. */
    public static Tableau dormandPrince853() {
        return Known.EIGHTH;
    }

    /** Read once; integrators are made for each short stretch of a solution. */
    private static final class Known {
        static final Tableau FIFTH = TableauText.parse("Dormand-Prince 5(4)", 5, 4, DORMAND_PRINCE);
        static final Tableau EIGHTH = TableauText.parse("Dormand-Prince 8(5,3)", 8, 7, Dop853Coefficients.TEXT);
    }

    /**
     * A method given by its stages; the row of the new point is added if the last stage is not already it.
     *
     * @param nodes c_s, starting with 0
     * @param stages a_sj, row s with at least s entries
     * @param solution weights b_j of the new point
     * @param error weights of the error estimate, b_j minus those of the embedded method
     */
    public static Tableau of(
            String name, int order, double[] nodes, double[][] stages, double[] solution, double[] error) {
        int count = nodes.length;
        boolean complete = nodes[count - 1] == 1
                && Arrays.equals(Arrays.copyOf(stages[count - 1], count), Arrays.copyOf(solution, count));
        int total = complete ? count : count + 1;
        double[] allNodes = Arrays.copyOf(nodes, total);
        double[][] rows = new double[total][];
        for (int s = 0; s < count; s++) {
            rows[s] = Arrays.copyOf(stages[s], total);
        }
        if (!complete) {
            allNodes[count] = 1;
            rows[count] = Arrays.copyOf(solution, total);
        }
        double[][] errors = {Arrays.copyOf(error, total)};
        return new Tableau(
                name, order, order - 1, allNodes, rows, errors, new double[0], new double[0][], new double[0][]);
    }

    public String name() {
        return name;
    }

    /** Order of the solution that is carried on. */
    public int order() {
        return order;
    }

    /** Order p of the error estimate: the local estimate shrinks as h^(p+1). */
    public int errorOrder() {
        return errorOrder;
    }

    /** Number of stages, the one at the new point included. */
    public int stages() {
        return nodes.length;
    }

    /** c_s. */
    public double node(int stage) {
        return nodes[stage];
    }

    /** a_sj. */
    public double weight(int stage, int earlier) {
        return weights[stage][earlier];
    }

    /** Number of error estimates: 1, or 2 when they are combined as in DOP853. */
    public int estimates() {
        return errors.length;
    }

    /** Weight of stage j in an error estimate. */
    public double error(int estimate, int stage) {
        return errors[estimate][stage];
    }

    int extraStages() {
        return extraNodes.length;
    }

    double extraNode(int extra) {
        return extraNodes[extra];
    }

    double extraWeight(int extra, int earlier) {
        return extraWeights[extra][earlier];
    }

    int denseRows() {
        return dense.length;
    }

    double dense(int row, int stage) {
        return dense[row][stage];
    }

    @Override
    public String toString() {
        return name;
    }
}
