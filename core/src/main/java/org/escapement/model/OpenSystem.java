package org.escapement.model;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.CollectiveSpin;
import org.escapement.algebra.IndividualJumps;
import org.escapement.algebra.Lindblad;
import org.escapement.algebra.Operator;
import org.escapement.algebra.SingleAtomOperator;
import org.escapement.expression.Expression;
import org.escapement.expression.ExpressionParser;
import org.escapement.expression.Scope;

/**
 * An open quantum system as an immutable value: ρ' = -i[H, ρ] + Σ_k r_k (L_k ρ L_k† - {L_k†L_k, ρ}/2), with classical
 * oscillators in the loop where there are any. All levels of description are derived from {@link #drift} and
 * {@link #diffusion}; the labels on terms and jumps give heat and work without a second model.
 *
 * <p>Units: ħ = k_B = 1; energies and rates in the author's reference rate. Safe to share between threads. Equality is
 * mathematical for operators and structural for numbers; the order of writing and labels do not count.
 */
public final class OpenSystem implements Model {

    private final ModelParts parts;

    OpenSystem(ModelParts parts) {
        this.parts = parts;
    }

    /** Begins a model; see {@link OpenSystemBuilder}. */
    public static OpenSystemBuilder named(String name) {
        return OpenSystemBuilder.sized(name, "N");
    }

    /**
     * A model as an open system, for what needs an evolving state.
     *
     * @throws ModelException for a harmonic network
     */
    public static OpenSystem of(Model model) {
        if (model instanceof OpenSystem system) return system;
        throw new ModelException("'" + model.name() + "' is a harmonic network, which has no master equation and no"
                + " trajectory of means; ask for its response, as 'second order', 'all orders' or 'static' do");
    }

    @Override
    public String name() {
        return parts.name;
    }

    @Override
    public String about() {
        return parts.about;
    }

    @Override
    public String size() {
        return parts.vocabulary.size();
    }

    @Override
    public Map<String, Parameter> parameters() {
        return Collections.unmodifiableMap(parts.parameters);
    }

    @Override
    public Map<String, Expression> definitions() {
        return Collections.unmodifiableMap(parts.definitions);
    }

    /** Numbers the algebra knows by their printed text only. */
    public Map<String, Expression> opaqueNumbers() {
        return parts.vocabulary.opaqueNumbers();
    }

    /** What a defined or opaque number stands for; empty for parameters and the size. */
    @Override
    public Optional<Expression> definition(String number) {
        Expression defined = parts.definitions.get(number);
        return Optional.ofNullable(defined).or(() -> parts.vocabulary.opaque(number));
    }

    @Override
    public boolean dependsOnSize(String number) {
        return leadsTo(number).contains(size());
    }

    /** All names that the definition of a number refers to, directly or through others, and its own. */
    public Set<String> leadsTo(String number) {
        Set<String> seen = new HashSet<>(Set.of(number));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            definition(open.pop())
                    .ifPresent(e -> e.symbols().stream().filter(seen::add).forEach(open::push));
        }
        return seen;
    }

    public List<SpinEnsemble> ensembles() {
        return List.copyOf(parts.ensembles.values());
    }

    public List<Mode> modes() {
        return List.copyOf(parts.modes.values());
    }

    public List<Oscillator> oscillators() {
        return List.copyOf(parts.oscillators.values());
    }

    public List<HamiltonianTerm> hamiltonian() {
        return List.copyOf(parts.terms.values());
    }

    public List<JumpOperator> jumps() {
        return List.copyOf(parts.jumps.values());
    }

    public Map<String, Bath> baths() {
        return Collections.unmodifiableMap(parts.baths);
    }

    /** K, where exp(-iKt) leads from the frame of the Hamiltonian to the laboratory. */
    public Optional<Operator> frame() {
        return Optional.ofNullable(parts.frame);
    }

    @Override
    public Map<String, InitialState> states() {
        return Collections.unmodifiableMap(parts.states);
    }

    @Override
    public Map<String, NamedQuantity> quantities() {
        return Collections.unmodifiableMap(parts.quantities);
    }

    @Override
    public Map<String, ClosedForm> closedForms() {
        return Collections.unmodifiableMap(parts.closedForms);
    }

    @Override
    public Map<String, Threshold> thresholds() {
        return Collections.unmodifiableMap(parts.thresholds);
    }

    /** The sum of all Hamiltonian terms. */
    public Operator totalHamiltonian() {
        Operator total = Operator.zero();
        for (HamiltonianTerm term : parts.terms.values()) total = total.plus(term.operator());
        return total;
    }

    /** Rate of change of ⟨o⟩ by the whole master equation, for an operator without explicit time dependence. */
    public Operator drift(Operator o) {
        Operator total = Lindblad.unitary(totalHamiltonian(), o);
        for (JumpOperator jump : parts.jumps.values()) total = total.plus(dissipation(jump, o));
        return total;
    }

    /** Rate of change of ⟨o⟩ by the jumps into one bath. */
    public Operator drift(Bath bath, Operator o) {
        Operator total = Operator.zero();
        for (JumpOperator jump : parts.jumps.values()) {
            if (jump.bath().equals(bath.name())) total = total.plus(dissipation(jump, o));
        }
        return total;
    }

    /** Rate of change of ⟨o⟩ by one jump. */
    public Operator dissipation(JumpOperator jump, Operator o) {
        Operator part = jump.scope() == JumpOperator.Scope.COLLECTIVE
                ? Lindblad.dissipator(jump.operator(), o)
                : individual(jump).dissipator(o);
        return part.times(jump.rate());
    }

    /** Σ_k r_k [L_k†, a][b, L_k], the source of the fluctuations of a and b. */
    public Operator diffusion(Operator a, Operator b) {
        Operator total = Operator.zero();
        for (JumpOperator jump : parts.jumps.values()) {
            Operator part = jump.scope() == JumpOperator.Scope.COLLECTIVE
                    ? Lindblad.diffusion(jump.operator(), a, b)
                    : individual(jump).diffusion(a, b);
            total = total.plus(part.times(jump.rate()));
        }
        return total;
    }

    /** Number of jumps per unit time: r L†L, summed over atoms for individual jumps. */
    public Operator jumpRate(JumpOperator jump) {
        Operator square = jump.scope() == JumpOperator.Scope.COLLECTIVE
                ? jump.operator().adjoint().times(jump.operator())
                : individual(jump).jumpNumber();
        return square.times(jump.rate());
    }

    private IndividualJumps individual(JumpOperator jump) {
        CollectiveSpin spin =
                (CollectiveSpin) jump.operator().degreesOfFreedom().first();
        SingleAtomOperator single = SingleAtomOperator.from(jump.operator(), spin);
        return new IndividualJumps(spin, parts.ensembles.get(spin.name()).atoms(), single);
    }

    /** Parses operator text in this model's words. */
    public Operator operator(String text) {
        return operator(ExpressionParser.parse(text, operatorScope()));
    }

    /** Gives a parsed expression its operator meaning. */
    public Operator operator(Expression parsed) {
        return parts.meaning.operator(parsed);
    }

    /** Gives a parsed number its meaning as a coefficient. */
    public Coefficient coefficient(Expression parsed) {
        return parts.meaning.coefficient(parsed);
    }

    /** The words an operator expression may use. */
    public Scope operatorScope() {
        return new Scope(parts.vocabulary.operatorWords(), List.of("dagger"), false);
    }

    @Override
    public Scope numberScope() {
        return Scope.numbers(parts.vocabulary.numberWords());
    }

    /** The words a quantity of the state may use. */
    public Scope quantityScope() {
        return parts.vocabulary.quantityScope();
    }

    @Override
    public String digest() {
        return Digest.of(meaning());
    }

    /** Independent of the order of writing, except for the degrees of freedom, and of labels and descriptions. */
    private String meaning() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("ensembles", parts.ensembles);
        all.put("modes", parts.modes);
        all.put("oscillators", parts.oscillators);
        all.put("frame", String.valueOf(parts.frame));
        all.put("parameters", sorted(parts.parameters, p -> List.of(p.preset(), p.unit())));
        all.put("definitions", sorted(parts.definitions, Expression::text));
        all.put("hamiltonian", sorted(parts.terms, t -> t));
        all.put("jumps", sorted(parts.jumps, j -> j));
        all.put("baths", sorted(parts.baths, b -> b));
        all.put("states", sorted(parts.states, s -> new TreeMap<>(s.sites())));
        all.put("quantities", sorted(parts.quantities, NamedQuantity::definition));
        all.put("closed forms", sorted(parts.closedForms, c -> List.of(c.values(), c.requires())));
        all.put(
                "thresholds",
                sorted(parts.thresholds, t -> List.of(t.unknown(), t.equation(), t.from(), t.to(), t.requires())));
        return all.toString();
    }

    private static <T> Map<String, Object> sorted(Map<String, T> named, Function<T, Object> meaning) {
        Map<String, Object> sorted = new TreeMap<>();
        named.forEach((name, value) -> sorted.put(name, meaning.apply(value)));
        return sorted;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpenSystem o
                && parts.name.equals(o.parts.name)
                && meaning().equals(o.meaning());
    }

    @Override
    public int hashCode() {
        return meaning().hashCode();
    }

    @Override
    public String toString() {
        return "OpenSystem[" + parts.name + "]";
    }
}
