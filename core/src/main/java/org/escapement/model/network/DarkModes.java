package org.escapement.model.network;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.escapement.model.ModelException;

/**
 * Modes that no bath damps. Oscillators of one frequency w that span more directions than their baths see hold a
 * combination with sum_l g_l x_l = 0 in every bath for ever: it swings undamped and the network has no steady state.
 */
final class DarkModes {

    private static final double SAME = 1e-12;

    private DarkModes() {}

    /** Refuses a network with a dark mode, naming the oscillators. */
    static void refuse(HarmonicNetwork network) {
        List<NetworkOscillator> all = network.oscillators();
        for (int first = 0; first < all.size(); first++) {
            List<Integer> group = new ArrayList<>();
            double w = all.get(first).frequency();
            for (int l = 0; l < all.size(); l++) {
                if (Math.abs(all.get(l).frequency() - w) <= SAME * w) group.add(l);
            }
            if (group.getFirst() == first && !seen(network, group)) {
                throw new ModelException(message(network, group));
            }
        }
    }

    private static boolean seen(HarmonicNetwork network, List<Integer> group) {
        if (group.size() > 1) return rank(directions(network, group)) == group.size();
        for (NetworkBath bath : network.baths()) {
            Coupling coupling = bath.couplings().get(group.getFirst());
            if (coupling.constant() != 0) return true;
            for (Harmonic h : coupling.harmonics()) if (h.amplitude() != 0) return true;
        }
        return false;
    }

    private static String message(HarmonicNetwork network, List<Integer> group) {
        String names = group.stream()
                .map(l -> "'" + network.oscillators().get(l).name() + "'")
                .collect(Collectors.joining(", "));
        double w = network.oscillators().get(group.getFirst()).frequency();
        if (group.size() == 1) {
            return "oscillator " + names + " (frequency " + w + ") couples to no bath: it is a dark mode and never"
                    + " settles; give it a coupling or remove it";
        }
        return "oscillators " + names + " have the same frequency " + w + " and their baths see fewer than "
                + group.size() + " combinations of them: the rest is a dark mode that is never damped, so there is no"
                + " steady state; detune them or add a bath";
    }

    /** One row for each independent function of time in each bath: couplings of the group's oscillators. */
    private static List<double[]> directions(HarmonicNetwork network, List<Integer> group) {
        List<double[]> rows = new ArrayList<>();
        for (NetworkBath bath : network.baths()) {
            TreeSet<Integer> orders = new TreeSet<>();
            for (int l : group) orders.addAll(bath.couplings().get(l).orders());
            rows.add(group.stream()
                    .mapToDouble(l -> bath.couplings().get(l).constant())
                    .toArray());
            for (int order : orders) {
                rows.add(part(bath, group, order, 0));
                rows.add(part(bath, group, order, -Math.PI / 2));
            }
        }
        return rows;
    }

    private static double[] part(NetworkBath bath, List<Integer> group, int order, double shift) {
        return group.stream()
                .mapToDouble(l -> {
                    Harmonic h = bath.couplings().get(l).harmonic(order);
                    return h.amplitude() * Math.cos(h.phase() + shift);
                })
                .toArray();
    }

    private static int rank(List<double[]> rows) {
        double scale = 0;
        for (double[] row : rows) for (double x : row) scale = Math.max(scale, Math.abs(x));
        int columns = rows.getFirst().length;
        List<double[]> left = new ArrayList<>(rows.stream().map(double[]::clone).toList());
        int rank = 0;
        for (int c = 0; c < columns; c++) {
            int column = c;
            double[] pivot = left.stream()
                    .max((a, b) -> Double.compare(Math.abs(a[column]), Math.abs(b[column])))
                    .orElse(null);
            if (pivot == null || Math.abs(pivot[c]) <= SAME * scale) continue;
            rank++;
            left.remove(pivot);
            for (double[] row : left) {
                double factor = row[c] / pivot[c];
                for (int k = 0; k < columns; k++) row[k] -= factor * pivot[k];
            }
        }
        return rank;
    }
}
