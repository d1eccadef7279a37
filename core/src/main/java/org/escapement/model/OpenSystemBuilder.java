package org.escapement.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.CollectiveSpin;
import org.escapement.algebra.Operator;
import org.escapement.algebra.text.OperatorPrinter;
import org.escapement.algebra.text.Style;
import org.escapement.expression.Expression;
import org.escapement.expression.ExpressionParser;
import org.escapement.expression.NearestWord;
import org.escapement.expression.Scope;

/**
 * Builds an {@link OpenSystem} step by step; every step checks what it is given. Texts are read in the words declared
 * so far. A builder serves one thread and one model.
 */
public final class OpenSystemBuilder {

    private final ModelParts parts;

    private OpenSystemBuilder(String name, String size) {
        parts = new ModelParts(name, size);
    }

    /** Begins a model whose size has the given symbol; {@link OpenSystem#named} uses N. */
    public static OpenSystemBuilder sized(String name, String size) {
        return new OpenSystemBuilder(name, size);
    }

    public OpenSystemBuilder about(String text) {
        parts.about = text;
        return this;
    }

    public OpenSystemBuilder parameter(String parameter, double preset) {
        return parameter(Parameter.of(parameter, preset));
    }

    public OpenSystemBuilder parameter(Parameter p) {
        parts.vocabulary.declareNumber(p.name());
        parts.parameters.put(p.name(), p);
        return this;
    }

    /** Defines a number by an expression of parameters, other definitions and the size. */
    public OpenSystemBuilder let(String defined, String expression) {
        parts.vocabulary.declareNumber(defined);
        parts.definitions.put(defined, parse(expression, Scope.numbers(parts.vocabulary.numberWords())));
        return this;
    }

    /** Declares the name of a definition, so that earlier ones may refer to it. */
    public void declareDefinition(String defined) {
        parts.vocabulary.declareNumber(defined);
    }

    /** Gives a declared definition its expression; refused when that closes a circle of definitions. */
    public void define(String defined, Expression expression) {
        parts.definitions.put(defined, expression);
        DefinitionOrder.refuseCircles(parts.definitions);
    }

    public OpenSystemBuilder ensemble(String letter, String atoms, SpinConvention convention) {
        return ensemble(SpinEnsemble.of(letter, coefficient(atoms), convention));
    }

    public OpenSystemBuilder ensemble(SpinEnsemble e) {
        parts.vocabulary.declare(e);
        parts.ensembles.put(e.name(), e);
        return this;
    }

    public OpenSystemBuilder mode(String letter) {
        Mode mode = new Mode(letter);
        parts.vocabulary.declare(mode);
        parts.modes.put(letter, mode);
        return this;
    }

    /** Declares an oscillator's letters; its force law follows with {@link #force}. */
    public OpenSystemBuilder oscillator(String letter) {
        parts.vocabulary.declareOscillator(letter);
        parts.oscillatorNames.add(letter);
        return this;
    }

    public OpenSystemBuilder force(String oscillator, String acceleration) {
        return force(oscillator, operator(acceleration));
    }

    public OpenSystemBuilder force(String oscillator, Operator acceleration) {
        requireHermitian("the acceleration of '" + oscillator + "'", acceleration);
        parts.oscillators.put(oscillator, new Oscillator(oscillator, acceleration));
        return this;
    }

    public OpenSystemBuilder hamiltonian(String term, String text) {
        return term(new HamiltonianTerm(term, operator(text), HamiltonianTerm.Role.SYSTEM));
    }

    public OpenSystemBuilder hamiltonian(String term, Operator operator) {
        return term(new HamiltonianTerm(term, operator, HamiltonianTerm.Role.SYSTEM));
    }

    public OpenSystemBuilder drive(String term, String text) {
        return term(new HamiltonianTerm(term, operator(text), HamiltonianTerm.Role.DRIVE));
    }

    public OpenSystemBuilder drive(String term, Operator operator) {
        return term(new HamiltonianTerm(term, operator, HamiltonianTerm.Role.DRIVE));
    }

    public OpenSystemBuilder term(HamiltonianTerm term) {
        requireHermitian("Hamiltonian term '" + term.name() + "'", term.operator());
        if (parts.terms.put(term.name(), term) != null) {
            throw new ModelException("the Hamiltonian term '" + term.name() + "' is given twice");
        }
        return this;
    }

    /** Declares a bath; once one is declared, jumps may only name declared baths. */
    public OpenSystemBuilder bath(String bath) {
        return bath(new Bath(bath, Optional.empty()));
    }

    public OpenSystemBuilder bath(Bath bath) {
        parts.bathsDeclared = true;
        parts.baths.put(bath.name(), bath);
        return this;
    }

    /** Adds a jump: operator, rate and quantum as texts. */
    public OpenSystemBuilder jump(
            String jump, String operator, String rate, String bath, String quantum, JumpOperator.Scope scope) {
        return jump(new JumpOperator(jump, operator(operator), coefficient(rate), bath, coefficient(quantum), scope));
    }

    public OpenSystemBuilder jump(JumpOperator jump) {
        declareBathOf(jump);
        if (!jump.rate().isReal()) throw new ModelException("the rate of jump '" + jump.name() + "' is not real");
        if (jump.scope() == JumpOperator.Scope.INDIVIDUAL) requireSingleAtom(jump);
        if (parts.jumps.put(jump.name(), jump) != null) {
            throw new ModelException("the jump '" + jump.name() + "' is given twice");
        }
        return this;
    }

    /** Makes the bath of a jump known, unless baths are declared and it is not among them. */
    public void declareBathOf(JumpOperator jump) {
        if (!parts.baths.containsKey(jump.bath())) {
            if (parts.bathsDeclared) {
                throw new ModelException("jump '" + jump.name() + "' names the bath '" + jump.bath()
                        + "', which is not declared" + NearestWord.hint(jump.bath(), parts.baths.keySet()));
            }
            parts.baths.put(jump.bath(), new Bath(jump.bath(), Optional.empty()));
        }
    }

    private static void requireSingleAtom(JumpOperator jump) {
        boolean ok = jump.operator().degree() == 1
                && jump.operator().degreesOfFreedom().size() == 1
                && jump.operator().degreesOfFreedom().first() instanceof CollectiveSpin;
        if (!ok) {
            throw new ModelException("the individual jump '" + jump.name()
                    + "' must be linear in the letters of one ensemble, for example A.minus");
        }
    }

    /** Sets K, where exp(-iKt) leads from the frame of the Hamiltonian to the laboratory. */
    public OpenSystemBuilder frame(String text) {
        return frame(operator(text));
    }

    public OpenSystemBuilder frame(Operator k) {
        requireHermitian("the frame", k);
        parts.frame = k;
        return this;
    }

    public OpenSystemBuilder state(String state, InitialState value) {
        parts.states.put(state, value);
        return this;
    }

    public OpenSystemBuilder quantity(String quantity, String definition) {
        return quantity(new NamedQuantity(
                quantity, parse(definition, quantityScope()), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    public OpenSystemBuilder quantity(NamedQuantity q) {
        parts.quantities.put(q.name(), q);
        return this;
    }

    public OpenSystemBuilder closedForm(ClosedForm c) {
        parts.closedForms.put(c.name(), c);
        return this;
    }

    public OpenSystemBuilder threshold(Threshold t) {
        parts.thresholds.put(t.name(), t);
        return this;
    }

    public Scope quantityScope() {
        return parts.vocabulary.quantityScope();
    }

    /** Names of the thresholds and closed forms so far. */
    public Set<String> numberNames() {
        Set<String> names = new LinkedHashSet<>(parts.thresholds.keySet());
        names.addAll(parts.closedForms.keySet());
        return names;
    }

    /** The words a number may use. */
    public Scope numberScope() {
        return parts.vocabulary.numberScope();
    }

    /** The words a rate may use: numbers, classical letters and time. */
    public Scope rateScope() {
        return parts.vocabulary.rateScope();
    }

    /** The words an operator may use. */
    public Scope operatorScope() {
        return parts.vocabulary.operatorScope();
    }

    /** Gives a parsed expression its operator meaning. */
    public Operator operatorOf(Expression parsed) {
        return parts.meaning.operator(parsed);
    }

    /** Gives a parsed number its meaning as a coefficient. */
    public Coefficient coefficientOf(Expression parsed) {
        return parts.meaning.coefficient(parsed);
    }

    /** How many numbers an initial state gives for each degree of freedom: 3 for a spin, else 2. */
    public Map<String, Integer> siteLengths() {
        Map<String, Integer> lengths = new LinkedHashMap<>();
        parts.ensembles.keySet().forEach(e -> lengths.put(e, 3));
        parts.modes.keySet().forEach(m -> lengths.put(m, 2));
        parts.oscillatorNames.forEach(o -> lengths.put(o, 2));
        return lengths;
    }

    /** Parses operator text in the words declared so far. */
    public Operator operator(String text) {
        return parts.meaning.operator(parse(text, operatorScope()));
    }

    /** Parses a number in the words declared so far. */
    public Coefficient coefficient(String text) {
        return parts.meaning.coefficient(parse(text, rateScope()));
    }

    private static Expression parse(String text, Scope scope) {
        try {
            return ExpressionParser.parse(text, scope);
        } catch (org.escapement.expression.ExpressionException e) {
            throw new ModelException("in '" + text + "': " + e.getMessage());
        }
    }

    static void requireHermitian(String what, Operator o) {
        if (!o.isHermitian()) {
            throw new ModelException(what + " is not Hermitian: it differs from its adjoint by "
                    + OperatorPrinter.of(Style.PLAIN).print(o.minus(o.adjoint())) + "; add the Hermitian conjugate");
        }
    }

    /** The finished model. */
    public OpenSystem build() {
        if (parts.ensembles.isEmpty() && parts.modes.isEmpty() && parts.oscillators.isEmpty()) {
            throw new ModelException("the model '" + parts.name + "' has no spins, modes or oscillators");
        }
        for (String oscillator : parts.oscillatorNames) {
            if (!parts.oscillators.containsKey(oscillator)) {
                throw new ModelException("the oscillator '" + oscillator + "' has no acceleration");
            }
        }
        DefinitionOrder.refuseCircles(parts.definitions);
        return new OpenSystem(new ModelParts(parts));
    }
}
