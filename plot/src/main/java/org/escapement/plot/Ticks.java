package org.escapement.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Positions and labels of the ticks of one axis.
 *
 * @param exponent power of ten taken out of all labels, 0 for none
 */
record Ticks(List<Tick> major, List<Double> minor, int exponent) {
    private static final double[] STEPS = {1, 2, 2.5, 5, 10};
    private static final int[] PARTS = {5, 4, 5, 5, 5};

    /** Ticks for an interval with about so many labels at most. */
    static Ticks of(Interval interval, List<Tick> given, int atMost) {
        if (!given.isEmpty()) {
            return new Ticks(
                    given.stream().filter(t -> interval.holds(t.value())).toList(), List.of(), 0);
        }
        double decades = Math.log10(interval.max() / interval.min());
        boolean enough = interval.scale() == Scale.LOG
                && Math.floor(Math.log10(interval.max()) + 1e-9) - Math.ceil(Math.log10(interval.min()) - 1e-9) >= 1;
        return enough ? log(interval, (int) Math.ceil(decades / Math.max(2, atMost))) : linear(interval, atMost);
    }

    private static Ticks linear(Interval interval, int atMost) {
        double span = interval.max() - interval.min();
        double power = Math.pow(10, Math.floor(Math.log10(span / atMost)));
        int choice = 0;
        while (choice < STEPS.length - 1 && span / (STEPS[choice] * power) > atMost) {
            choice++;
        }
        double step = STEPS[choice] * power;
        int exponent = exponent(Math.max(Math.abs(interval.min()), Math.abs(interval.max())));
        int decimals = decimals(step, exponent);
        List<Tick> major = new ArrayList<>();
        for (long k = (long) Math.ceil(interval.min() / step - 1e-9); k * step <= interval.max() + 1e-9 * step; k++) {
            double value = k * step;
            String text = BigDecimal.valueOf(k)
                    .multiply(new BigDecimal(Double.toString(STEPS[choice])))
                    .scaleByPowerOfTen((int) Math.round(Math.log10(power)) - exponent)
                    .setScale(decimals, RoundingMode.HALF_EVEN)
                    .toPlainString();
            major.add(new Tick(value, "$" + text + "$"));
        }
        double small = step / PARTS[choice];
        List<Double> minor = new ArrayList<>();
        for (long k = (long) Math.ceil(interval.min() / small - 1e-9);
                k * small <= interval.max() + 1e-9 * small;
                k++) {
            if (k % PARTS[choice] != 0) {
                minor.add(k * small);
            }
        }
        return new Ticks(major, minor, exponent);
    }

    private static int exponent(double largest) {
        int power = (int) Math.floor(Math.log10(largest) + 1e-9);
        return power < -2 || power > 3 ? power : 0;
    }

    private static int decimals(double step, int exponent) {
        double scaled = step / Math.pow(10, exponent);
        for (int decimals = 0; decimals < 12; decimals++) {
            double shifted = scaled * Math.pow(10, decimals);
            if (Math.abs(shifted - Math.rint(shifted)) < 1e-6 * shifted) {
                return decimals;
            }
        }
        return 12;
    }

    private static Ticks log(Interval interval, int every) {
        List<Tick> major = new ArrayList<>();
        List<Double> minor = new ArrayList<>();
        int first = (int) Math.floor(Math.log10(interval.min()));
        int last = (int) Math.ceil(Math.log10(interval.max()));
        for (int power = first; power <= last; power++) {
            double decade = Math.pow(10, power);
            if (interval.holds(decade)) {
                if (Math.floorMod(power, every) == 0) {
                    major.add(new Tick(decade, "$10^{" + power + "}$"));
                } else {
                    minor.add(decade);
                }
            }
            for (int m = 2; m < 10 && every == 1; m++) {
                if (interval.holds(m * decade)) {
                    minor.add(m * decade);
                }
            }
        }
        return new Ticks(major, minor, 0);
    }

    /** A number in as few digits as tell it apart, with a power of ten where that is shorter. */
    static String plain(double value) {
        double size = Math.abs(value);
        if (value != 0 && (size < 1e-3 || size >= 1e5)) {
            int power = (int) Math.floor(Math.log10(size) + 1e-12);
            BigDecimal mantissa = new BigDecimal(Double.toString(value))
                    .scaleByPowerOfTen(-power)
                    .stripTrailingZeros();
            return mantissa.toPlainString() + "\\times 10^{" + power + "}";
        }
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
