package org.escapement.study.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.escapement.data.Axis;
import org.escapement.data.Provenance;
import org.escapement.data.Schema;
import org.escapement.data.StatusCode;
import org.escapement.data.Variable;
import org.escapement.data.format.zarr.StoreLayout;
import org.escapement.observables.Measure;
import org.escapement.observables.Outcome;
import org.escapement.study.file.Recording;
import org.escapement.study.file.Run;
import org.escapement.study.file.Study;
import org.escapement.study.file.SweepAxis;
import org.escapement.study.question.OwnAxis;

/** The shape of a run's results on disk, and the facts that make it the same run when it is resumed. */
final class RunLayout {

    /** Large enough to keep vector lanes full, small enough that little is lost when a run is killed. */
    private static final int POINTS_PER_BLOCK = 256;

    /** Keeps the chunk of a series or spectrum below half a megabyte. */
    private static final int NUMBERS_PER_BLOCK = 65_536;

    private final Study study;
    private final Run run;
    private final List<Axis> own = new ArrayList<>();
    private final Map<List<Object>, String> ownNames = new LinkedHashMap<>();

    RunLayout(Study study, Run run) {
        this.study = study;
        this.run = run;
    }

    StoreLayout layout(String kernel, List<String> warnings) {
        List<Axis> sweep = run.axes().stream().map(RunLayout::axis).toList();
        List<Variable> variables = new ArrayList<>();
        for (Recording r : run.recordings()) variables.add(variable(r));
        List<StatusCode> statuses = new ArrayList<>();
        for (Outcome.Status s : Outcome.Status.values()) {
            if (s == Outcome.Status.NOT_COMPUTED) continue;
            statuses.add(new StatusCode(s.code(), s.name().toLowerCase(java.util.Locale.ROOT), s.meaning()));
        }
        Schema schema = new Schema(sweep, own, variables, statuses);
        return new StoreLayout(schema, blockShape(), identity(), provenance(kernel, warnings), attributes());
    }

    private static Axis axis(SweepAxis axis) {
        return switch (axis) {
            case SweepAxis.Values v -> Axis.of(v.name(), v.values(), "", v.name(), dollars(v.label(), v.name()));
            case SweepAxis.States s -> Axis.of(s.name(), s.states(), s.name(), s.name());
            case SweepAxis.Random r ->
                Axis.of(
                        r.name(),
                        IntStream.range(0, r.size()).asDoubleStream().toArray(),
                        "",
                        "random start, seed " + r.seed(),
                        r.name());
        };
    }

    private static String dollars(String label, String name) {
        String math = label.isEmpty() ? org.escapement.expression.SymbolNames.latex(name) : label;
        return "$" + math + "$";
    }

    private Variable variable(Recording r) {
        List<String> axes =
                new ArrayList<>(run.axes().stream().map(SweepAxis::name).toList());
        if (r instanceof Recording.Measured m) ownAxis(m).ifPresent(axes::add);
        if (r instanceof Recording.Asked a) {
            for (OwnAxis x : a.question().axes()) axes.add(own(x.values(), x.name(), x.meaning(), x.label()));
        }
        String label = r.label().isEmpty() ? r.name() : "$" + r.label() + "$";
        return new Variable(r.name(), axes, r.unit(), r.meaning(), label);
    }

    private java.util.Optional<String> ownAxis(Recording.Measured m) {
        return switch (m.measure()) {
            case Measure.Series s -> java.util.Optional.of(own(s.times(), "t", "time", "$t$"));
            case Measure.Spectrum s ->
                java.util.Optional.of(
                        s.lines().angular()
                                ? own(s.frequencies(), "frequency", "angular frequency", "$\\omega$")
                                : own(s.frequencies(), "frequency", "frequency in cycles per unit time", "frequency"));
            default -> java.util.Optional.empty();
        };
    }

    private String own(List<Double> values, String name, String longName, String label) {
        return ownNames.computeIfAbsent(List.of(name, values), key -> {
            boolean taken = own.stream().anyMatch(a -> a.name().equals(name));
            String unique = taken ? name + (own.size() + 1) : name;
            double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
            own.add(Axis.of(unique, numbers, "", longName, label));
            return unique;
        });
    }

    /** Blocks follow the last axes; a continuation keeps its whole line together. */
    private int[] blockShape() {
        int[] shape = new int[run.axes().size()];
        Arrays.fill(shape, 1);
        if (run.continuation().isPresent()) {
            for (int k = 0; k < shape.length; k++) {
                SweepAxis axis = run.axes().get(k);
                if (axis.name().equals(run.continuation().get().axis())) shape[k] = axis.size();
            }
            return shape;
        }
        if (run.laborious()) return shape;
        int longest = own.stream().mapToInt(Axis::size).max().orElse(1);
        int left = Math.clamp(NUMBERS_PER_BLOCK / longest, 1, POINTS_PER_BLOCK);
        for (int k = shape.length - 1; k >= 0 && left > 1; k--) {
            shape[k] = Math.min(left, run.axes().get(k).size());
            left /= shape[k];
        }
        return shape;
    }

    private Map<String, String> identity() {
        Map<String, String> identity = new LinkedHashMap<>();
        identity.put("model digest", run.model().digest());
        identity.put("level", run.level().toString());
        identity.put("cut-offs", run.cutOffs().toString());
        identity.put("set", run.set().toString());
        identity.put("start", run.start());
        identity.put("recordings", run.recordings().toString());
        identity.put("continuation", run.continuation().toString());
        identity.put("relative tolerance", Double.toString(run.accuracy().relative()));
        identity.put("absolute tolerance", Double.toString(run.accuracy().absolute()));
        identity.put("method", run.accuracy().method().toString());
        for (SweepAxis axis : run.axes()) {
            if (axis instanceof SweepAxis.Random r) {
                identity.put("seed of " + r.name(), r.seed() + " " + r.intervals());
            }
        }
        return identity;
    }

    private static Provenance provenance(String kernel, List<String> warnings) {
        Provenance p = Provenance.empty()
                .with("program", "escapement " + ProgramVersion.text())
                .with("kernel", kernel)
                .with("java", Runtime.version().toString())
                .with("processor", ProgramVersion.processor());
        return warnings.isEmpty() ? p : p.with("warnings", String.join("; ", warnings));
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("title", study.name() + (run.name().equals("main") ? "" : ", " + run.name()));
        attributes.put("model", run.model().name());
        if (!study.about().isEmpty()) attributes.put("about", study.about());
        return attributes;
    }
}
