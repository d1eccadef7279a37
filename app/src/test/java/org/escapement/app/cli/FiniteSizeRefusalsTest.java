package org.escapement.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be computed at finite N ends in one sentence with a remedy. */
class FiniteSizeRefusalsTest {

    private static Arguments refused(String expected, String... arguments) {
        return Arguments.of(arguments, expected);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refused(
                        "raise the cut-off {cavity=4}",
                        "evaluate",
                        "optomech-engine",
                        "--level",
                        "exact",
                        "--set",
                        "N=2,Omega=3",
                        "--cut-off",
                        "cavity=4",
                        "--quantity",
                        "s_z",
                        "--time",
                        "3"),
                refused(
                        "needs a number of Fock states",
                        "evaluate",
                        "optomech-engine",
                        "--level",
                        "exact",
                        "--set",
                        "N=2",
                        "--quantity",
                        "s_z",
                        "--time",
                        "1"),
                refused(
                        "evolve it in time",
                        "evaluate",
                        "optomech-engine",
                        "--level",
                        "exact",
                        "--set",
                        "N=2",
                        "--cut-off",
                        "cavity=4",
                        "--quantity",
                        "s_z",
                        "--stationary"),
                refused(
                        "take a smaller size, or ask \"trajectories\"",
                        "evaluate",
                        "seeding",
                        "--set",
                        "N=150",
                        "--ask",
                        "gap: all"),
                refused(
                        "ask \"trajectories\" instead",
                        "evaluate",
                        "seeding",
                        "--level",
                        "exact",
                        "--set",
                        "N=150",
                        "--quantity",
                        "m_z_A",
                        "--time",
                        "1"),
                refused(
                        "9 independent ones",
                        "evaluate",
                        "coupled-btc",
                        "--set",
                        "N=2,kappa=0,Omega1=0,Omega2=0,J=0",
                        "--ask",
                        "stationary: m_z1"),
                refused(
                        "evolve from an initial state",
                        "evaluate",
                        "coupled-btc",
                        "--set",
                        "N=2,kappa=0,Omega1=0,Omega2=0,J=0",
                        "--ask",
                        "noise: {of: <A.z>}"),
                refused(
                        "take a larger size or another operator",
                        "evaluate",
                        "heat-engine",
                        "--set",
                        "N=1",
                        "--ask",
                        "eigenvalue: {reached by: cold.plus^2, part: real}"),
                refused(
                        "choose a size that gives a whole positive number",
                        "evaluate",
                        "seeding",
                        "--level",
                        "exact",
                        "--set",
                        "N=2.5",
                        "--quantity",
                        "m_z_A",
                        "--time",
                        "1"),
                refused(
                        "raise 'at most' or the error",
                        "evaluate",
                        "seeding",
                        "--set",
                        "N=2",
                        "--ask",
                        "trajectories: {of: m_z_A, error: 1e-6, at most: 100, at: 1}"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isOneSentenceWithARemedy(String[] arguments, String expected) {
        StringWriter err = new StringWriter();
        int code = Main.execute(new PrintWriter(new StringWriter()), new PrintWriter(err), arguments);
        String text = err.toString().strip();
        assertEquals(3, code, text);
        assertEquals(1, text.lines().count(), text);
        assertTrue(text.contains(expected), text);
    }
}
