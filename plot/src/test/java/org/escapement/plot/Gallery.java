package org.escapement.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.escapement.data.Axis;
import org.escapement.data.Dataset;
import org.escapement.data.Provenance;
import org.escapement.data.Schema;
import org.escapement.data.StatusCode;
import org.escapement.data.Variable;

/** One figure of every kind, with made-up data. */
final class Gallery {
    private Gallery() {}

    static Map<String, FigureSpec> all() {
        Map<String, FigureSpec> all = new LinkedHashMap<>();
        all.put("map", FigureSpec.of(phaseDiagram()));
        all.put("curves", FigureSpec.of(efficiencies()));
        all.put("spectrum", FigureSpec.of(spectrum()));
        all.put("masked", FigureSpec.of(masked()));
        all.put("orbit", FigureSpec.of(orbit()));
        all.put("classes", FigureSpec.of(regions()));
        all.put("points", FigureSpec.of(points()));
        all.put("logmap", FigureSpec.of(logMap()));
        all.put("wide", FigureSpec.of(efficiencies()).doubleColumn());
        all.put("letters", FigureSpec.of(letters()).doubleColumn());
        return all;
    }

    static double[] grid(double from, double to, int n) {
        return IntStream.range(0, n)
                .mapToDouble(i -> from + (to - from) * i / (n - 1))
                .toArray();
    }

    static double[] map(double[] x, DoubleUnaryOperator f) {
        return java.util.Arrays.stream(x).map(f).toArray();
    }

    static Dataset plane(int n, boolean failures) {
        double[] j = grid(0, 4, n);
        double[] k = grid(-2, 2, n);
        double[] value = new double[n * n];
        int[] status = new int[n * n];
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                double r = j[a] - 1 - k[b] * k[b] / 2;
                value[a * n + b] = r > 0 ? Math.sqrt(r) * (1 + 0.1 * Math.sin(9 * k[b])) : 0;
                status[a * n + b] = failures && Math.abs(r - 1) < 0.25 + 0.1 * Math.sin(7 * k[b]) ? 2 : 0;
            }
        }
        Schema schema = new Schema(
                List.of(
                        Axis.of("J", j, "kappa", "coupling", "$J/\\kappa$"),
                        Axis.of("Jz", k, "kappa", "coupling", "$J_z/\\kappa$")),
                List.of(),
                List.of(new Variable("m", List.of("J", "Jz"), "1", "order", "$\\langle \\overline{m_z^2}\\rangle$")),
                List.of(new StatusCode(2, "failed", "made up")));
        return new Dataset(schema, Map.of("m", value), status, Map.of(), Provenance.empty());
    }

    static Plot phaseDiagram() {
        double[] k = grid(-2, 2, 101);
        double[] t = grid(0, 30, 600);
        Plot inset = Plot.builder()
                .add(Line.of(t, map(t, s -> Math.sin(s) * Math.exp(-0.05 * s))))
                .x(AxisSpec.of("$\\kappa t$"))
                .y(AxisSpec.of("$m_x$"))
                .build();
        LineStyle dashed = new LineStyle("white", Dash.DASHED, 1.1);
        return Plot.heatMap(plane(200, false), "m", "J", "Jz")
                .add(Line.of(map(k, s -> 1 + s * s / 2), k).styled(dashed))
                .add(Line.of(map(k, s -> 2.2 + 0.3 * s), k).styled(new LineStyle("vermillion", Dash.DASH_DOT, 1.1)))
                .add(Note.at(0.5, 0.6, "I"), Note.at(1.7, 0.6, "II"), Note.at(3.4, 1.2, "III"))
                .add(Note.inFrame(0.03, 0.96, "(a)", Anchor.UPPER_LEFT))
                .inset(new Inset(inset, 0.5, 0.06, 0.46, 0.4))
                .build();
    }

    static Plot efficiencies() {
        double[] g = grid(0, 2, 81);
        List<Layer> lines = new ArrayList<>();
        for (int n = 1; n <= 4; n++) {
            int order = n;
            lines.add(Line.of(g, map(g, x -> 0.6 * (1 - Math.exp(-order * x)) / (1 + 0.1 * x)))
                    .labelled("$N=" + 10 * n + "$"));
        }
        return Plot.builder()
                .addAll(lines)
                .add(ReferenceLine.horizontal(0.62).labelled("Carnot, $1-T_c/T_h$"))
                .add(ReferenceLine.vertical(1), Shade.vertical(1.6, 1.9))
                .x(AxisSpec.of("coupling $g/\\omega_0$"))
                .y(AxisSpec.of("efficiency $\\eta$"))
                .build();
    }

    static Plot spectrum() {
        double[] w = map(grid(-2, 2, 500), e -> Math.pow(10, e));
        double[] s = map(w, x -> 1 / (x * x * 0.1 + 1e3 * Math.pow(x - 1, 2) + 0.02));
        double[] s2 = map(w, x -> 1e-3 / (x * x + 0.01));
        return Plot.builder()
                .add(Line.of(w, s).labelled("$S_{xx}(\\omega)$"), Line.of(w, s2).labelled("shot noise"))
                .x(AxisSpec.of("frequency $\\omega/\\omega_0$").log())
                .y(AxisSpec.of("$S(\\omega)\\;[\\hbar/\\kappa]$").log())
                .build();
    }

    static Plot masked() {
        return Plot.builder()
                .add(HeatMap.of(plane(60, true), "m", "J", "Jz")
                        .coloured(ColourScale.of("bluered").aroundZero()))
                .x(AxisSpec.of("$J/\\kappa$"))
                .y(AxisSpec.of("$J_z/\\kappa$"))
                .build();
    }

    static Plot orbit() {
        double[] t = grid(0, 60, 3000);
        return Plot.builder()
                .add(Line.of(map(t, s -> Math.sin(s) * Math.exp(-s / 40)), map(t, s -> Math.cos(1.02 * s) * 1e-4))
                        .styled(new LineStyle("auto", Dash.AUTO, 0.7)))
                .x(AxisSpec.of("$m_A^z$"))
                .y(AxisSpec.of("$m_B^z$"))
                .build();
    }

    static Plot regions() {
        double[] x = grid(0, 1, 50);
        double[] values = new double[2500];
        for (int i = 0; i < values.length; i++) {
            double r = Math.hypot(x[i % 50], x[i / 50]);
            values[i] = r < 0.5 ? 0 : r < 0.9 ? 1 : x[i % 50] > x[i / 50] ? 2 : Double.NaN;
        }
        return Plot.builder()
                .add(HeatMap.of(x, x, values, "").classes(List.of("fixed point", "limit cycle", "chaos")))
                .x(AxisSpec.of("$\\Omega/\\kappa$"))
                .y(AxisSpec.of("$\\Delta T/T$"))
                .build();
    }

    static Plot points() {
        Random random = new Random(3);
        double[] n = {10, 20, 40, 80, 160, 320};
        double[] error = map(n, v -> 0.3 / v * (1 + 0.2 * random.nextDouble()));
        double[] y = map(n, v -> 2.6 / v);
        double[] z = map(n, v -> 6.0 / Math.pow(v, 1.5));
        return Plot.builder()
                .add(Band.of(n, map(n, v -> 2 / v), map(n, v -> 3.3 / v), "skyblue")
                        .labelled("90% of runs"))
                .add(Line.of(n, map(n, v -> 2.6 / v))
                        .labelled("$\\propto 1/N$")
                        .styled(LineStyle.of("black", Dash.SOLID)))
                .add(
                        Points.of(n, y).errors(error).labelled("exact"),
                        Points.of(n, z).labelled("second order"))
                .x(AxisSpec.of("$N$").log())
                .y(AxisSpec.of("error $|\\langle a^\\dagger a\\rangle - n|/N^{1/2}$")
                        .log())
                .build();
    }

    static Plot logMap() {
        double[] x = map(grid(-3, 1, 30), e -> Math.pow(10, e));
        double[] y = grid(1000, 2000, 20);
        double[] values = new double[600];
        for (int i = 0; i < 600; i++) {
            values[i] = x[i % 30] * Math.exp((y[i / 30] - 1500) / 200) * 1e-3;
        }
        return Plot.builder()
                .add(HeatMap.of(x, y, values, "power $P/\\hbar\\omega^2$")
                        .coloured(ColourScale.of("magma").log()))
                .x(AxisSpec.of("$\\gamma/\\omega$").log())
                .y(AxisSpec.of("temperature $T$ [mK]"))
                .build();
    }

    /** Labels that are hard to set. */
    static Plot letters() {
        return Plot.builder()
                .add(Note.inFrame(
                        0.5,
                        0.9,
                        "$\\Gamma\\Delta\\Theta\\Lambda\\Xi\\Pi\\Sigma\\Upsilon\\Phi\\Psi\\Omega\\;"
                                + "\\alpha\\beta\\gamma\\delta\\epsilon\\varepsilon\\zeta\\eta\\theta\\iota\\kappa\\lambda\\mu\\nu\\xi\\pi"
                                + "\\rho\\sigma\\tau\\upsilon\\phi\\varphi\\chi\\psi\\omega$",
                        Anchor.CENTRE))
                .add(Note.inFrame(
                        0.5, 0.75, "fluctuation, office, flow, after-effect: Ω/κ, 5% & #1 a_b {c}", Anchor.CENTRE))
                .add(Note.inFrame(
                        0.5,
                        0.6,
                        "$\\overline{\\langle m_z^2\\rangle}\\;\\dot S_{\\mathrm{irr}}\\geq 0\\;\\frac{1}{2}"
                                + "\\hbar\\omega\\;\\sqrt{N}\\;\\hat a^\\dagger\\;\\sum_k |\\psi_k\\rangle$",
                        Anchor.CENTRE))
                .add(Note.inFrame(0.5, 0.45, "Kühlung – café $T_\\mathrm{c}$ [mK]", Anchor.CENTRE))
                .add(Note.inFrame(
                        0.5,
                        0.3,
                        "$\\mathbf{v}\\;\\mathcal{L}\\;\\mathbb{1}\\;\\pm\\times\\infty\\to\\partial\\nabla\\propto\\approx\\lesssim$",
                        Anchor.CENTRE))
                .x(AxisSpec.of("large numbers $x$").range(1e7, 1.0004e7))
                .y(AxisSpec.of("one decade").range(0.2, 1).log())
                .build();
    }
}
