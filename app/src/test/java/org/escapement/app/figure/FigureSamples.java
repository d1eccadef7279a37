package org.escapement.app.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.escapement.data.Axis;
import org.escapement.data.Dataset;
import org.escapement.data.Provenance;
import org.escapement.data.Schema;
import org.escapement.data.StatusCode;
import org.escapement.data.Variable;
import org.escapement.plot.FigureSpec;
import org.escapement.yaml.YamlReader;

/** Made-up runs, small enough to check by hand, and a shorthand to read figures of them. */
final class FigureSamples {
    private FigureSamples() {}

    static FigureSpec read(String yaml, Map<String, Dataset> data) {
        return FigureReader.read(YamlReader.read(yaml, "s.yaml"), data);
    }

    static FigureSpec read(String yaml) {
        return read(yaml, all());
    }

    static Map<String, Dataset> all() {
        Map<String, Dataset> all = new LinkedHashMap<>();
        all.put("map", map());
        all.put("edges", edges());
        all.put("traces", traces());
        all.put("point", point());
        all.put("single-row", singleRow());
        return all;
    }

    /** work = 100 J + 10 Jz + start on J 0..3, Jz −1, 0, 1 and two starts; (J 3, Jz 1, up) is not ok. */
    static Dataset map() {
        double[] work = new double[24];
        int[] status = new int[24];
        for (int i = 0; i < 24; i++) {
            work[i] = 100 * (i / 6) + 10 * (i / 2 % 3 - 1) + i % 2;
        }
        status[22] = 1;
        Schema schema = new Schema(
                List.of(
                        Axis.of("J", new double[] {0, 1, 2, 3}, "kappa", "coupling", "$J/\\kappa$"),
                        Axis.of("Jz", new double[] {-1, 0, 1}, "kappa", "coupling", "$J_z/\\kappa$"),
                        Axis.of("start", List.of("up", "down"), "start", "start")),
                List.of(),
                List.of(new Variable("work", List.of("J", "Jz", "start"), "1", "work", "$\\dot W$")),
                List.of(new StatusCode(1, "failed", "made up")));
        return new Dataset(schema, Map.of("work", work), status, Map.of(), Provenance.empty());
    }

    /** Columns over Jz, two of them on the scale of J. */
    static Dataset edges() {
        Axis jz = Axis.of("Jz", new double[] {-1, 0, 1}, "kappa", "coupling", "$J_z/\\kappa$");
        List<Variable> variables = List.of(
                new Variable("first", List.of("Jz"), "1", "first edge", "$J_1$"),
                new Variable("second", List.of("Jz"), "1", "second edge", "$J_2$"),
                new Variable("spread", List.of("Jz"), "1", "spread", "spread"));
        Map<String, double[]> values = Map.of(
                "first", new double[] {1, 1.5, 2}, "second", new double[] {2, 2.25, 2.5}, "spread", new double[] {
                    0.1, 0.2, 0.3
                });
        return Dataset.of(Schema.of(List.of(jz), variables), values);
    }

    /** Damped rotations: a sweep of J and a time inside each point. */
    static Dataset traces() {
        double[] j = {0, 1, 2};
        double[] t = IntStream.range(0, 200).mapToDouble(i -> 0.1 * i).toArray();
        double[] mx = new double[600];
        double[] mz = new double[600];
        for (int i = 0; i < 600; i++) {
            double phase = (1 + j[i / 200]) * t[i % 200];
            mx[i] = Math.exp(-t[i % 200] / 10) * Math.cos(phase);
            mz[i] = Math.exp(-t[i % 200] / 10) * Math.sin(phase);
        }
        Schema schema = new Schema(
                List.of(Axis.of("J", j, "kappa", "coupling", "$J/\\kappa$")),
                List.of(Axis.of("t", t, "1/kappa", "time", "$t$")),
                List.of(
                        new Variable("mx", List.of("J", "t"), "1", "", "$m_x$"),
                        new Variable("mz", List.of("J", "t"), "1", "", "$m_z$")),
                List.of());
        return Dataset.of(schema, Map.of("mx", mx, "mz", mz));
    }

    /** No sweep: one threshold and a spectrum. */
    static Dataset point() {
        double[] f = {0.1, 1, 10};
        Schema schema = new Schema(
                List.of(),
                List.of(Axis.of("frequency", f)),
                List.of(Variable.of("onset"), new Variable("noise", List.of("frequency"), "", "", "$S(\\omega)$")),
                List.of());
        return Dataset.of(schema, Map.of("onset", new double[] {2.4056}, "noise", new double[] {3, 2, 1}));
    }

    /** A sweep whose J has a single position, and a threshold that failed. */
    static Dataset singleRow() {
        Schema schema = new Schema(
                List.of(Axis.of("J", 3.4)),
                List.of(Axis.of("t", 0, 1, 2)),
                List.of(Variable.of("decay", "J", "t"), Variable.of("onset", "J")),
                List.of());
        Map<String, double[]> values = Map.of("decay", new double[] {4, 2, 1}, "onset", new double[] {1});
        return new Dataset(schema, values, new int[] {-1}, Map.of(), Provenance.empty());
    }
}
