package org.escapement.numerics.polynomial;

import java.util.ArrayList;
import java.util.List;

/**
 * Removes variables that a system determines at once: those of an equation without products, and those that occur in one
 * equation only, there with a constant factor. Their values follow from the others. Not thread-safe.
 */
final class Elimination {

    /** variable = value, a polynomial of variables that were removed later or remain. */
    private record Step(int variable, Polynomial value) {}

    private final int variables;
    private final List<Polynomial> equations;
    private final List<Step> steps = new ArrayList<>();
    private boolean contradiction;

    Elimination(int variables, List<Polynomial> system) {
        this.variables = variables;
        this.equations = new ArrayList<>(system);
        boolean changed = true;
        while (changed && !contradiction) {
            tidy();
            changed = removeAffine() || removeDriven();
        }
        tidy();
    }

    private void tidy() {
        equations.removeIf(Polynomial::isZero);
        contradiction |= equations.stream().anyMatch(e -> e.degree() == 0);
    }

    private boolean removeAffine() {
        for (Polynomial e : equations) {
            if (e.degree() != 1) continue;
            int variable = 0;
            for (int v = 0; v < variables; v++) {
                if (Math.abs(e.linear(v)) > Math.abs(e.linear(variable))) variable = v;
            }
            Polynomial value = solved(e, variable);
            equations.remove(e);
            steps.add(new Step(variable, value));
            for (int i = 0; i < equations.size(); i++) {
                Polynomial old = equations.get(i);
                if (old.degreeIn(variable) == 0) continue;
                equations.set(i, old.substitute(variable, value).withoutRounding(old.largest()));
            }
            return true;
        }
        return false;
    }

    private boolean removeDriven() {
        for (int v = 0; v < variables; v++) {
            int variable = v;
            List<Polynomial> with =
                    equations.stream().filter(e -> e.degreeIn(variable) > 0).toList();
            if (with.size() != 1) continue;
            Polynomial e = with.getFirst();
            Polynomial rest = e.plus(Polynomial.variable(variables, v).times(-e.linear(v)));
            if (e.linear(v) == 0 || rest.degreeIn(v) > 0) continue;
            equations.remove(e);
            steps.add(new Step(v, rest.times(-1 / e.linear(v))));
            return true;
        }
        return false;
    }

    private Polynomial solved(Polynomial e, int variable) {
        double c = e.linear(variable);
        return e.plus(Polynomial.variable(variables, variable).times(-c)).times(-1 / c);
    }

    /** Whether an equation has no solution. */
    boolean contradiction() {
        return contradiction;
    }

    List<Polynomial> remaining() {
        return List.copyOf(equations);
    }

    /** Indices of the variables that remain, including those that no equation contains. */
    List<Integer> free() {
        List<Integer> free = new ArrayList<>();
        for (int v = 0; v < variables; v++) {
            int variable = v;
            if (steps.stream().noneMatch(s -> s.variable == variable)) free.add(v);
        }
        return free;
    }

    /** Fills in the removed variables of a real or complex zero given in all places of {@link #free}. */
    void complete(double[] re, double[] im) {
        for (int k = steps.size() - 1; k >= 0; k--) {
            double[] z = steps.get(k).value.at(re, im);
            re[steps.get(k).variable] = z[0];
            im[steps.get(k).variable] = z[1];
        }
    }
}
