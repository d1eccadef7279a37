package org.escapement.dynamics.fluctuation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escapement.model.Mode;
import org.escapement.model.SpinEnsemble;

/**
 * What stands where in the state vector: mean-field variables, one frame vector for each spin, the covariances of the
 * coordinates (upper triangle, row by row), and the shifts of the means if they are carried. Spins that move alike share
 * means and frame.
 */
final class StateLayout {

    private final List<Site> sites;
    private final List<String> variables;
    private final Map<String, String> same;
    private final List<String> kept;
    private final int[] places;
    private final int letters;
    private final int coordinates;
    private final int frames;
    private final boolean shifted;

    /**
     * @param longitudinal spins whose length is not constant
     * @param same mean-field variables for which another one stands
     */
    StateLayout(FluctuationEquations equations, Set<String> longitudinal, Map<String, String> same, boolean shifted) {
        this.variables = equations.means().names();
        this.same = Map.copyOf(same);
        this.kept = variables.stream().filter(v -> !same.containsKey(v)).toList();
        this.places = variables.stream()
                .mapToInt(v -> kept.indexOf(same.getOrDefault(v, v)))
                .toArray();
        List<Site> all = new ArrayList<>();
        Map<String, Integer> frameOf = new HashMap<>();
        int letter = 0;
        int coordinate = 0;
        for (SpinEnsemble e : equations.model().ensembles()) {
            int own = longitudinal.contains(e.name()) ? 3 : 2;
            String x = e.name() + ".x";
            int frame = frameOf.computeIfAbsent(same.getOrDefault(x, x), k -> frameOf.size());
            all.add(new Site(e.name(), e.convention(), letter, coordinate, own, frame));
            letter += 3;
            coordinate += own;
        }
        this.frames = frameOf.size();
        for (Mode m : equations.model().modes()) {
            all.add(new Site(m.name(), null, letter, coordinate, 2, -1));
            letter += 2;
            coordinate += 2;
        }
        this.sites = List.copyOf(all);
        this.letters = letter;
        this.coordinates = coordinate;
        this.shifted = shifted;
    }

    List<Site> sites() {
        return sites;
    }

    /** Number of mean-field variables; the letters are the first of them. */
    int means() {
        return variables.size();
    }

    /** Mean-field variables for which another one stands. */
    Map<String, String> same() {
        return same;
    }

    /** Names of the mean-field variables in the state vector, which begins with them. */
    List<String> kept() {
        return kept;
    }

    /** Index of a mean-field variable. */
    int mean(int variable) {
        return places[variable];
    }

    int letters() {
        return letters;
    }

    int coordinates() {
        return coordinates;
    }

    /** Index of component c of a frame vector. */
    int frame(Site spin, int c) {
        return kept.size() + 3 * spin.frame() + c;
    }

    /** Index of the covariance of two coordinates. */
    int covariance(int a, int b) {
        int i = Math.min(a, b);
        int j = Math.max(a, b);
        return kept.size() + 3 * frames + i * coordinates - i * (i + 1) / 2 + j;
    }

    boolean shifted() {
        return shifted;
    }

    /** Index of the shift of a mean-field variable. */
    int shift(int variable) {
        return kept.size() + 3 * frames + coordinates * (coordinates + 1) / 2 + variable;
    }

    int dimension() {
        return shift(shifted ? means() : 0);
    }
}
