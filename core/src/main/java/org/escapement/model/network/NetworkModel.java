package org.escapement.model.network;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.escapement.expression.Derivative;
import org.escapement.expression.Expression;
import org.escapement.expression.NearestWord;
import org.escapement.expression.Scope;
import org.escapement.model.DefinitionOrder;
import org.escapement.model.Digest;
import org.escapement.model.Model;
import org.escapement.model.ModelException;
import org.escapement.model.Parameter;
import org.escapement.model.ParameterValues;
import org.escapement.yaml.Position;
import org.escapement.yaml.SourceException;

/**
 * A harmonic network with named parameters, as a model file states it: numbers are expressions, and {@link #at} gives
 * the {@link HarmonicNetwork} of one parameter point. An amplitude that contains the drive frequency brings its
 * derivative along. Immutable, thread-safe.
 */
public final class NetworkModel implements Model {

    /** Positions make messages point into the file. */
    public record OscillatorText(Position position, String name, Expression mass, Expression frequency) {
        List<Object> meaning() {
            return List.of(name, mass.text(), frequency.text());
        }
    }

    /** A density by its shape's word and its numbers in the order of the shape's keys. */
    public record DensityText(Position position, String shape, List<List<Expression>> numbers) {
        public DensityText {
            numbers = List.copyOf(numbers);
        }

        List<Object> meaning() {
            return List.of(
                    shape,
                    numbers.stream()
                            .map(list -> list.stream().map(Expression::text).toList())
                            .toList());
        }

        double number(ParameterValues at, int i) {
            return at.evaluate(numbers.get(i).getFirst());
        }
    }

    /** One harmonic. */
    public record HarmonicText(int order, Expression amplitude, Expression phase) {}

    /** One coupling. */
    public record CouplingText(Position position, Expression constant, List<HarmonicText> harmonics) {
        public CouplingText {
            harmonics = List.copyOf(harmonics);
        }

        List<Object> meaning() {
            return List.of(
                    constant.text(),
                    harmonics.stream()
                            .map(h -> List.of(
                                    h.order(), h.amplitude().text(), h.phase().text()))
                            .toList());
        }
    }

    /** One bath. */
    public record BathText(
            Position position,
            String name,
            Expression temperature,
            DensityText density,
            Map<String, CouplingText> couplings) {
        public BathText {
            couplings = Collections.unmodifiableMap(new LinkedHashMap<>(couplings));
        }

        List<Object> meaning() {
            TreeMap<String, Object> coupled = new TreeMap<>();
            couplings.forEach((target, c) -> coupled.put(target, c.meaning()));
            return List.of(name, temperature.text(), density.meaning(), coupled);
        }
    }

    private final Position position;
    private final String name;
    private final String about;
    private final Map<String, Parameter> parameters;
    private final Map<String, Expression> definitions;
    private final Optional<Expression> drive;
    private final List<OscillatorText> oscillators;
    private final List<BathText> baths;
    /** d amplitude/d drive frequency of every amplitude. */
    private final Map<Expression, Expression> slopes;

    /** All parts; see {@code NetworkReader} for the file. */
    public NetworkModel(
            Position position,
            String name,
            String about,
            Map<String, Parameter> parameters,
            Map<String, Expression> definitions,
            Optional<Expression> drive,
            List<OscillatorText> oscillators,
            List<BathText> baths) {
        this.position = position;
        this.name = name;
        this.about = about;
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        this.definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
        DefinitionOrder.refuseCircles(definitions);
        this.drive = drive;
        this.oscillators = List.copyOf(oscillators);
        this.baths = List.copyOf(baths);
        this.slopes = amplitudeSlopes();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String about() {
        return about;
    }

    @Override
    public Map<String, Parameter> parameters() {
        return parameters;
    }

    @Override
    public Map<String, Expression> definitions() {
        return definitions;
    }

    @Override
    public Scope numberScope() {
        TreeSet<String> words = new TreeSet<>(parameters.keySet());
        words.addAll(definitions.keySet());
        return Scope.numbers(words);
    }

    /** Frequency of all modulations, when something is modulated. */
    public Optional<Expression> driveFrequency() {
        return drive;
    }

    public List<OscillatorText> oscillators() {
        return oscillators;
    }

    public List<BathText> baths() {
        return baths;
    }

    /** Position of an oscillator by name. */
    public int oscillator(String wanted) {
        return position(
                "oscillator",
                wanted,
                oscillators.stream().map(OscillatorText::name).toList());
    }

    /** Position of a bath by name. */
    public int bath(String wanted) {
        return position("bath", wanted, baths.stream().map(BathText::name).toList());
    }

    private int position(String what, String wanted, List<String> names) {
        if (names.contains(wanted)) return names.indexOf(wanted);
        throw new ModelException(
                "the network '" + name + "' has no " + what + " '" + wanted + "'" + NearestWord.hint(wanted, names));
    }

    @Override
    public String digest() {
        Map<String, Object> all = new LinkedHashMap<>();
        TreeMap<String, Object> presets = new TreeMap<>();
        parameters.forEach((key, p) -> presets.put(key, List.of(p.preset(), p.unit())));
        TreeMap<String, String> lets = new TreeMap<>();
        definitions.forEach((key, e) -> lets.put(key, e.text()));
        all.put("parameters", presets);
        all.put("definitions", lets);
        all.put("drive", drive.map(Expression::text));
        all.put("oscillators", oscillators.stream().map(OscillatorText::meaning).toList());
        all.put("baths", baths.stream().map(BathText::meaning).toList());
        return Digest.of(all.toString());
    }

    /**
     * The network at given values; other parameters keep their presets.
     *
     * @throws SourceException naming the place in the file whose number cannot be meant there
     * @throws ModelException for an unknown or missing parameter
     */
    public HarmonicNetwork at(Map<String, Double> values) {
        return at(ParameterValues.of(this, values));
    }

    /** The network at a point. */
    public HarmonicNetwork at(ParameterValues numbers) {
        HarmonicNetwork.Builder builder = HarmonicNetwork.named(name);
        drive.ifPresent(e -> builder.drivenAt(numbers.evaluate(e)));
        for (OscillatorText o : oscillators) {
            placed(
                    o.position(),
                    () -> builder.oscillator(o.name(), numbers.evaluate(o.mass()), numbers.evaluate(o.frequency())));
        }
        for (BathText b : baths) {
            SpectralDensity density = placed(b.density().position(), () -> density(b.density(), numbers));
            Map<String, Coupling> couplings = new LinkedHashMap<>();
            b.couplings().forEach((target, c) -> {
                couplings.put(target, placed(c.position(), () -> coupling(b, target, c, numbers)));
            });
            placed(b.position(), () -> builder.bath(b.name(), density, numbers.evaluate(b.temperature()), couplings));
        }
        return placed(position, builder::build);
    }

    private interface Step<T> {
        T run();
    }

    private static <T> T placed(Position position, Step<T> step) {
        try {
            return step.run();
        } catch (ModelException e) {
            throw new SourceException(position, e.getMessage());
        }
    }

    private static SpectralDensity density(DensityText d, ParameterValues at) {
        return switch (d.shape()) {
            case "ohmic" -> new SpectralDensity.StrictlyOhmic(d.number(at, 0));
            case "drude" -> SpectralDensity.drude(d.number(at, 0), d.number(at, 1));
            case "lorentzian" -> new SpectralDensity.LorentzianPeak(d.number(at, 0), d.number(at, 1), d.number(at, 2));
            case "power law" -> new SpectralDensity.PowerLaw(d.number(at, 0), d.number(at, 1), d.number(at, 2));
            case "table" ->
                new SpectralDensity.Table(
                        d.numbers().get(0).stream().map(at::evaluate).toList(),
                        d.numbers().get(1).stream().map(at::evaluate).toList());
            default -> throw new ModelException("'" + d.shape() + "' is no shape of a spectral density");
        };
    }

    private Coupling coupling(BathText bath, String target, CouplingText c, ParameterValues at) {
        List<String> names = oscillators.stream().map(OscillatorText::name).toList();
        if (!names.contains(target)) {
            throw new ModelException("bath '" + bath.name() + "' couples to '" + target + "', which is no oscillator"
                    + NearestWord.hint(target, names));
        }
        return new Coupling(
                at.evaluate(c.constant()),
                c.harmonics().stream().map(h -> harmonic(h, at)).toList());
    }

    private Harmonic harmonic(HarmonicText h, ParameterValues at) {
        return new Harmonic(
                h.order(), at.evaluate(h.amplitude()), at.evaluate(h.phase()), at.evaluate(slopes.get(h.amplitude())));
    }

    private Map<Expression, Expression> amplitudeSlopes() {
        Map<Expression, Expression> all = new HashMap<>();
        Optional<String> symbol =
                drive.filter(e -> e instanceof Expression.Symbol).map(Expression::text);
        for (BathText bath : baths) {
            for (CouplingText c : bath.couplings().values()) {
                for (HarmonicText h : c.harmonics()) {
                    all.put(
                            h.amplitude(),
                            symbol.map(s -> slope(h.amplitude(), s)).orElse(Expression.ZERO));
                }
            }
        }
        return Map.copyOf(all);
    }

    /** d e/d parameter through all definitions. */
    private Expression slope(Expression e, String parameter) {
        return Derivative.along(e, s -> {
            String symbol = ((Expression.Symbol) s).name();
            if (symbol.equals(parameter)) return Expression.ONE;
            Expression definition = definitions.get(symbol);
            return definition == null ? Expression.ZERO : slope(definition, parameter);
        });
    }
}
