package org.escapement.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TicksTest {
    private static List<String> labels(Scale scale, double min, double max, int most) {
        return Ticks.of(new Interval(scale, min, max), List.of(), most).major().stream()
                .map(t -> t.label().replace("$", ""))
                .toList();
    }

    @Test
    void labelsAreRoundAndHaveTheSameNumberOfDecimals() {
        assertEquals(List.of("0.0", "0.5", "1.0", "1.5", "2.0"), labels(Scale.LINEAR, 0, 2, 5));
        assertEquals(List.of("-1", "0", "1"), labels(Scale.LINEAR, -1.3, 1.9, 4));
        assertEquals(List.of("0.00", "0.25", "0.50", "0.75", "1.00"), labels(Scale.LINEAR, 0, 1, 4));
        assertEquals(List.of("1000", "1500", "2000"), labels(Scale.LINEAR, 1000, 2000, 3));
    }

    @Test
    void largeAndSmallNumbersShareAPowerOfTen() {
        Ticks ticks = Ticks.of(new Interval(Scale.LINEAR, 0, 4e-5), List.of(), 5);
        assertEquals(-5, ticks.exponent());
        assertEquals("$1$", ticks.major().get(1).label());
        assertEquals("2.5\\times 10^{-7}", Ticks.plain(2.5e-7));
        assertEquals("0.25", Ticks.plain(0.25));
        assertEquals("20", Ticks.plain(20));
    }

    @Test
    void decadesAreThinnedOutWhenThereAreMany() {
        assertEquals(List.of("10^{-2}", "10^{-1}", "10^{0}"), labels(Scale.LOG, 0.01, 1, 5));
        assertEquals(List.of("10^{-8}", "10^{-4}", "10^{0}"), labels(Scale.LOG, 1e-9, 10, 3));
        assertEquals(List.of("0.2", "0.4", "0.6", "0.8"), labels(Scale.LOG, 0.2, 0.9, 4));
    }

    @Property(tries = 300)
    void thereAreAlwaysAFewTicksInsideTheInterval(
            @ForAll @DoubleRange(min = -1e4, max = 1e4) double from,
            @ForAll @DoubleRange(min = 0.01, max = 1e9) double span,
            @ForAll @IntRange(min = 2, max = 8) int most) {
        Interval interval = new Interval(Scale.LINEAR, from, from + span);
        Ticks ticks = Ticks.of(interval, List.of(), most);
        assertTrue(ticks.major().size() >= 1 && ticks.major().size() <= most + 1, ticks.major()::toString);
        assertTrue(ticks.major().stream().allMatch(t -> interval.holds(t.value())));
        assertEquals(
                ticks.major().size(),
                ticks.major().stream().map(Tick::label).distinct().count());
    }
}
