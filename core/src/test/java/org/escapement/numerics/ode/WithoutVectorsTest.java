package org.escapement.numerics.ode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.escapement.numerics.kernel.KernelChoice;
import org.junit.jupiter.api.Test;

/** Runs a second JVM without the vector module: the same bits must come out of the scalar kernel. */
class WithoutVectorsTest {
    private WithoutVectorsTest() {}

    @Test
    void aJvmWithoutTheVectorModuleGivesTheSameBits() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(List.of(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WithoutVectorsTest.class.getName()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        assertEquals("scalar " + result(KernelChoice.SIMD), output);
    }

    public static void main(String[] args) {
        System.out.println(KernelChoice.AUTOMATIC.describe() + " " + result(KernelChoice.AUTOMATIC));
    }

    private static String result(KernelChoice choice) {
        StringBuilder text = new StringBuilder();
        LaneIntegrator integrator = new LaneIntegrator(
                CoupledSpins.tape(1), Tableau.dormandPrince853(), new Tolerances(1e-9, 1e-9), choice, 100_000);
        integrator.run(CoupledSpins.grid(2, 1, 5), new LaneSink() {
            @Override
            public void reached(int point, int stopIndex, double t, double[] y) {
                // points may end in any order where lanes differ in number
                text.append(point == 3 ? Arrays.toString(y) : "");
            }

            @Override
            public void ended(int point, LaneStatus status, long accepted, long rejected) {
                text.append(point == 3 ? status + " " + accepted : "");
            }
        });
        return text.toString();
    }
}
