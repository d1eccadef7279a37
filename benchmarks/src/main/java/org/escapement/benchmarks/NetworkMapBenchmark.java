package org.escapement.benchmarks;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.escapement.dynamics.response.AllOrders;
import org.escapement.dynamics.response.Precision;
import org.escapement.dynamics.response.SecondOrder;
import org.escapement.dynamics.response.StaticState;
import org.escapement.model.network.HarmonicNetwork;
import org.escapement.model.network.NetworkModel;
import org.escapement.papers.Paper;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Seconds for maps over drive frequency and temperature of two oscillators (panels 3b, 3d) on all cores: the whole map by
 * closed forms at second order, 400 x 400 points of P_A and Q_A, Omega in [0.01, 300]; and in all orders every sixth row
 * and column, 10 x 10 points, of a 60 x 60 map with Omega in [0.1, 300], the flows P_A and P_B alone and with Q_A, all to
 * 1e-3. A whole map of all orders takes 36 times as long.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(
        value = 1,
        jvmArgs = {"--add-modules", "jdk.incubator.vector"})
public class NetworkMapBenchmark {

    private static final int SIDE = 400;
    private static final int COARSE = 10;
    private static final AllOrders.Accuracy ACCURACY = new AllOrders.Accuracy(1e-4, 24);

    private final NetworkModel model = new Paper("tur-oscillators").network("model.yaml");

    private static double part(int i, int side) {
        return (i + 0.5) / side;
    }

    private static double temperature(int row, int side) {
        return 0.02 + 1.98 * part(row, side);
    }

    private HarmonicNetwork at(double drive, double temperature) {
        return model.at(Map.of("Omega", drive, "T1", temperature, "T2", temperature));
    }

    /** 160 000 points of P_A and Q_A by closed forms. */
    @Benchmark
    public double secondOrderMap() {
        return IntStream.range(0, SIDE)
                .parallel()
                .mapToDouble(this::secondOrderRow)
                .sum();
    }

    private double secondOrderRow(int row) {
        double temperature = temperature(row, SIDE);
        StaticState state = StaticState.of(at(1, temperature));
        double sum = 0;
        for (int column = 0; column < SIDE; column++) {
            double drive = 0.01 * Math.pow(3e4, part(column, SIDE));
            Precision p = SecondOrder.of(at(drive, temperature), state).precision();
            sum += p.powers().getFirst().value() + 1 / p.ratio(0).value();
        }
        return sum;
    }

    /** 100 points of P_A and P_B in all orders. */
    @Benchmark
    public double allOrdersFlows() {
        return coarse(false);
    }

    /** 100 points of P_A, P_B and Q_A in all orders. */
    @Benchmark
    public double allOrdersPrecision() {
        return coarse(true);
    }

    private double coarse(boolean noise) {
        return IntStream.range(0, COARSE * COARSE)
                .parallel()
                .mapToDouble(point -> {
                    double drive = 0.1 * Math.pow(3e3, part(point % COARSE, COARSE));
                    AllOrders orders = AllOrders.of(at(drive, temperature(point / COARSE, COARSE)), ACCURACY);
                    AllOrders.Outcome outcome = noise ? orders.flowsAndFluctuations() : orders.flows();
                    AllOrders.Settled settled = outcome.settled();
                    return settled.flows().powers().getFirst().value()
                            + (noise ? 1 / settled.ratio(0).value() : 0);
                })
                .sum();
    }
}
