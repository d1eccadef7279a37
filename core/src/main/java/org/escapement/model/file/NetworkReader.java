package org.escapement.model.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.escapement.expression.Expression;
import org.escapement.expression.Scope;
import org.escapement.model.Parameter;
import org.escapement.model.network.NetworkModel;
import org.escapement.model.network.NetworkModel.BathText;
import org.escapement.model.network.NetworkModel.CouplingText;
import org.escapement.model.network.NetworkModel.DensityText;
import org.escapement.model.network.NetworkModel.HarmonicText;
import org.escapement.model.network.NetworkModel.OscillatorText;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.Node.Entry;
import org.escapement.yaml.SourceException;
import org.escapement.yaml.YamlReader;

/**
 * Reads a harmonic network from a file. Strict: unknown keys and words are refused with file, line and column; numbers
 * that cannot be meant are refused when the network is made at a parameter point, with the same place.
 */
public final class NetworkReader {

    private static final List<String> SHAPES = List.of("ohmic", "drude", "lorentzian", "power law", "table");

    private final Fields file;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, Expression> definitions = new LinkedHashMap<>();
    private final TreeSet<String> words = new TreeSet<>(List.of("pi"));

    private NetworkReader(Fields file) {
        this.file = file;
    }

    /** Reads a network from a file. */
    public static NetworkModel read(Path path) {
        return read(ModelReader.contentOf(path), path.toString());
    }

    /**
     * Reads a network from text.
     *
     * @param fileName the name messages begin with
     */
    public static NetworkModel read(String text, String fileName) {
        return new NetworkReader(Fields.of(YamlReader.read(text, fileName), "a network file")).read();
    }

    private NetworkModel read() {
        String name = file.requiredText("network");
        String about = file.text("about").orElse("");
        file.optional("source");
        file.optional("unit");
        numbers();
        Optional<Expression> drive = file.optional("drive frequency").map(n -> number(n, "drive frequency"));
        List<OscillatorText> oscillators = new ArrayList<>();
        for (Entry e :
                Fields.of(file.required("oscillators"), "the oscillators").all().values()) {
            oscillators.add(oscillator(e));
        }
        List<BathText> baths = new ArrayList<>();
        for (Entry e : Fields.of(file.required("baths"), "the baths").all().values()) baths.add(bath(e));
        file.finish();
        return new NetworkModel(file.position(), name, about, parameters, definitions, drive, oscillators, baths);
    }

    private void numbers() {
        for (Entry e : ModelReader.entries(file, "parameters", "the parameters").values()) {
            declare(e);
            parameters.put(e.key(), ParameterReader.read(e));
        }
        Map<String, Entry> lets = ModelReader.entries(file, "let", "the definitions");
        lets.values().forEach(this::declare);
        for (Entry e : lets.values()) definitions.put(e.key(), number(e.value(), e.key()));
    }

    private void declare(Entry e) {
        if (!e.key().matches("[A-Za-z_]\\w*")) {
            throw new SourceException(
                    e.keyPosition(), "'" + e.key() + "' cannot name a number; use letters and digits");
        }
        if (!words.add(e.key())) {
            throw new SourceException(e.keyPosition(), "the name '" + e.key() + "' is used for two numbers");
        }
    }

    private Expression number(Node node, String what) {
        return Fields.expression(node, what, Scope.numbers(words));
    }

    private OscillatorText oscillator(Entry e) {
        Fields f = Fields.of(e.value(), "oscillator '" + e.key() + "'");
        OscillatorText o = new OscillatorText(
                e.keyPosition(),
                e.key(),
                number(f.required("mass"), "mass"),
                number(f.required("frequency"), "frequency"));
        f.finish();
        return o;
    }

    private BathText bath(Entry e) {
        Fields f = Fields.of(e.value(), "bath '" + e.key() + "'");
        Expression temperature = number(f.required("temperature"), "temperature");
        DensityText density = density(f.required("density"));
        Map<String, CouplingText> couplings = new LinkedHashMap<>();
        for (Entry c : Fields.of(f.required("couplings"), "the couplings of bath '" + e.key() + "'")
                .all()
                .values()) {
            couplings.put(c.key(), coupling(c));
        }
        f.finish();
        return new BathText(e.keyPosition(), e.key(), temperature, density, couplings);
    }

    private static List<String> keys(String shape) {
        return switch (shape) {
            case "ohmic" -> List.of("friction");
            case "drude" -> List.of("friction", "cutoff");
            case "lorentzian" -> List.of("stiffness", "centre", "width");
            case "power law" -> List.of("friction", "exponent", "cutoff");
            default -> List.of("frequencies", "values");
        };
    }

    private DensityText density(Node node) {
        Fields f = Fields.of(node, "a spectral density");
        String shape = Fields.choice(f.required("shape"), "shape of a spectral density", SHAPES);
        List<List<Expression>> numbers = new ArrayList<>();
        for (String key : keys(shape)) {
            List<Expression> list = new ArrayList<>();
            for (Node item : Fields.items(f.required(key))) list.add(number(item, key));
            if (list.size() != 1 && !shape.equals("table")) {
                throw new SourceException(f.required(key).position(), "'" + key + "' must be a single value");
            }
            numbers.add(list);
        }
        f.finish();
        return new DensityText(node.position(), shape, numbers);
    }

    private CouplingText coupling(Entry e) {
        if (!(e.value() instanceof Node.Mapping)) {
            return new CouplingText(e.keyPosition(), number(e.value(), e.key()), List.of());
        }
        Fields f = Fields.of(e.value(), "the coupling to '" + e.key() + "'");
        Expression constant =
                f.optional("constant").map(n -> number(n, "constant")).orElse(Expression.ZERO);
        List<HarmonicText> harmonics = new ArrayList<>();
        for (Entry h : ModelReader.entries(f, "harmonics", "the harmonics").values()) harmonics.add(harmonic(h));
        f.finish();
        return new CouplingText(e.keyPosition(), constant, harmonics);
    }

    private HarmonicText harmonic(Entry e) {
        if (!e.key().matches("[1-9]\\d{0,3}")) {
            throw new SourceException(
                    e.keyPosition(), "'" + e.key() + "' is no order of a harmonic; orders are 1, 2, 3, ...");
        }
        Fields f = Fields.of(e.value(), "harmonic " + e.key());
        Expression amplitude = number(f.required("amplitude"), "amplitude");
        Expression phase = f.optional("phase").map(n -> number(n, "phase")).orElse(Expression.ZERO);
        f.finish();
        return new HarmonicText(Integer.parseInt(e.key()), amplitude, phase);
    }
}
