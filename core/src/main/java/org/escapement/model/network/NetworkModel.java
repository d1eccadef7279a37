package org.escapement.model.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.expression.Expression;
import org.escapement.expression.NearestWord;
import org.escapement.model.ModelException;
import org.escapement.model.Parameter;
import org.escapement.yaml.Position;
import org.escapement.yaml.SourceException;

/**
 * A harmonic network with named parameters, as a model file states it: numbers are expressions, and {@link #at} gives
 * the {@link HarmonicNetwork} of one parameter point. An amplitude that contains the drive frequency brings its
 * derivative along. Immutable, thread-safe.
 */
public final class NetworkModel {

    /** Positions make messages point into the file. */
    public record OscillatorText(Position position, String name, Expression mass, Expression frequency) {}

    /** A density by its shape's word and its numbers in the order of the shape's keys. */
    public record DensityText(Position position, String shape, List<List<Expression>> numbers) {
        public DensityText {
            numbers = List.copyOf(numbers);
        }

        double number(Numbers at, int i) {
            return at.of(numbers.get(i).getFirst());
        }
    }

    /** One harmonic. */
    public record HarmonicText(int order, Expression amplitude, Expression phase) {}

    /** One coupling. */
    public record CouplingText(Position position, Expression constant, List<HarmonicText> harmonics) {
        public CouplingText {
            harmonics = List.copyOf(harmonics);
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
    }

    private final Position position;
    private final String name;
    private final String about;
    private final Map<String, Parameter> parameters;
    private final Map<String, Expression> definitions;
    private final Optional<Expression> drive;
    private final List<OscillatorText> oscillators;
    private final List<BathText> baths;

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
        this.drive = drive;
        this.oscillators = List.copyOf(oscillators);
        this.baths = List.copyOf(baths);
    }

    public String name() {
        return name;
    }

    public String about() {
        return about;
    }

    public Map<String, Parameter> parameters() {
        return parameters;
    }

    /** Numbers defined by {@code let}. */
    public Map<String, Expression> definitions() {
        return definitions;
    }

    /**
     * The network at given values; other parameters keep their presets.
     *
     * @throws SourceException naming the place in the file whose number cannot be meant there
     * @throws ModelException for an unknown or missing parameter
     */
    public HarmonicNetwork at(Map<String, Double> values) {
        Numbers numbers = new Numbers(this, values);
        HarmonicNetwork.Builder builder = HarmonicNetwork.named(name);
        drive.ifPresent(e -> builder.drivenAt(numbers.of(e)));
        for (OscillatorText o : oscillators) {
            placed(o.position(), () -> builder.oscillator(o.name(), numbers.of(o.mass()), numbers.of(o.frequency())));
        }
        for (BathText b : baths) {
            SpectralDensity density = placed(b.density().position(), () -> density(b.density(), numbers));
            Map<String, Coupling> couplings = new LinkedHashMap<>();
            b.couplings().forEach((target, c) -> {
                couplings.put(target, placed(c.position(), () -> coupling(b, target, c, numbers)));
            });
            placed(b.position(), () -> builder.bath(b.name(), density, numbers.of(b.temperature()), couplings));
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

    private static SpectralDensity density(DensityText d, Numbers at) {
        return switch (d.shape()) {
            case "ohmic" -> new SpectralDensity.StrictlyOhmic(d.number(at, 0));
            case "drude" -> SpectralDensity.drude(d.number(at, 0), d.number(at, 1));
            case "lorentzian" -> new SpectralDensity.LorentzianPeak(d.number(at, 0), d.number(at, 1), d.number(at, 2));
            case "power law" -> new SpectralDensity.PowerLaw(d.number(at, 0), d.number(at, 1), d.number(at, 2));
            case "table" ->
                new SpectralDensity.Table(
                        d.numbers().get(0).stream().map(at::of).toList(),
                        d.numbers().get(1).stream().map(at::of).toList());
            default -> throw new ModelException("'" + d.shape() + "' is no shape of a spectral density");
        };
    }

    private Coupling coupling(BathText bath, String target, CouplingText c, Numbers at) {
        List<String> names = oscillators.stream().map(OscillatorText::name).toList();
        if (!names.contains(target)) {
            throw new ModelException("bath '" + bath.name() + "' couples to '" + target + "', which is no oscillator"
                    + NearestWord.hint(target, names));
        }
        return new Coupling(
                at.of(c.constant()),
                c.harmonics().stream().map(h -> harmonic(h, at)).toList());
    }

    private Harmonic harmonic(HarmonicText h, Numbers at) {
        double slope = drive.filter(e -> e instanceof Expression.Symbol)
                .map(e -> at.slope(h.amplitude(), ((Expression.Symbol) e).name()))
                .orElse(0.0);
        return new Harmonic(h.order(), at.of(h.amplitude()), at.of(h.phase()), slope);
    }
}
