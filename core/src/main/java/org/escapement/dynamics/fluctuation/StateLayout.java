package org.escapement.dynamics.fluctuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.escapement.model.Mode;
import org.escapement.model.SpinEnsemble;

/**
 * What stands where in the state vector: mean-field variables, one frame vector for each spin, the covariances of the
 * coordinates (upper triangle, row by row), and the shifts of the means if they are carried.
 */
final class StateLayout {

    private final List<Site> sites;
    private final int means;
    private final int letters;
    private final int coordinates;
    private final int frames;
    private final boolean shifted;

    /** @param longitudinal spins whose length is not constant */
    StateLayout(FluctuationEquations equations, Set<String> longitudinal, boolean shifted) {
        List<Site> all = new ArrayList<>();
        int letter = 0;
        int coordinate = 0;
        for (SpinEnsemble e : equations.model().ensembles()) {
            int own = longitudinal.contains(e.name()) ? 3 : 2;
            all.add(new Site(e.name(), e.convention(), letter, coordinate, own, all.size()));
            letter += 3;
            coordinate += own;
        }
        this.frames = all.size();
        for (Mode m : equations.model().modes()) {
            all.add(new Site(m.name(), null, letter, coordinate, 2, -1));
            letter += 2;
            coordinate += 2;
        }
        this.sites = List.copyOf(all);
        this.means = equations.means().variables().size();
        this.letters = letter;
        this.coordinates = coordinate;
        this.shifted = shifted;
    }

    List<Site> sites() {
        return sites;
    }

    /** Number of mean-field variables; the letters are the first of them. */
    int means() {
        return means;
    }

    int letters() {
        return letters;
    }

    int coordinates() {
        return coordinates;
    }

    /** Index of component c of a frame vector. */
    int frame(Site spin, int c) {
        return means + 3 * spin.frame() + c;
    }

    /** Index of the covariance of two coordinates. */
    int covariance(int a, int b) {
        int i = Math.min(a, b);
        int j = Math.max(a, b);
        return means + 3 * frames + i * coordinates - i * (i + 1) / 2 + j;
    }

    boolean shifted() {
        return shifted;
    }

    /** Index of the shift of a mean-field variable. */
    int shift(int variable) {
        return means + 3 * frames + coordinates * (coordinates + 1) / 2 + variable;
    }

    int dimension() {
        return shift(shifted ? means : 0);
    }
}
