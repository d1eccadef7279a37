package org.escapement.dynamics.meanfield;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.Letter;
import org.escapement.algebra.Operator;
import org.escapement.algebra.SiteWord;
import org.escapement.algebra.Symbol;
import org.escapement.algebra.Word;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.equations.SizeSeries;
import org.escapement.expression.Expression;
import org.escapement.model.Mode;
import org.escapement.model.OpenSystem;
import org.escapement.model.Oscillator;
import org.escapement.model.SpinEnsemble;

/**
 * Replaces letters by numbers: a spin letter by N times, a mode letter by √N times a mean-field variable. What is left
 * is a polynomial of commuting symbols that still carries its powers of N. Symbols that depend on N are replaced by
 * the terms of their large-N series.
 */
public final class ClassicalLimit {

    private final List<MeanVariable> variables = new ArrayList<>();
    private final Map<DegreeOfFreedom, Map<Letter, Coefficient>> images = new HashMap<>();
    private final SizeSeries series;

    ClassicalLimit(OpenSystem model) {
        series = new SizeSeries(model);
        model.ensembles().forEach(this::spin);
        model.modes().forEach(this::mode);
        model.oscillators().forEach(this::oscillator);
    }

    List<MeanVariable> variables() {
        return List.copyOf(variables);
    }

    private void spin(SpinEnsemble e) {
        Coefficient scale = series.expand(e.scale());
        Coefficient atoms = series.expand(e.atoms());
        if (atoms.sizeOrder().orElse(0) != 2) throw notExtensive(e, atoms);
        if (!scale.isSingleTerm() || scale.sizeOrder().orElse(0) != 2) throw notExtensive(e, scale);
        Coefficient transverse = scale.dividedBy(Coefficient.of(e.convention().transverse()));
        Coefficient longitudinal = scale.dividedBy(Coefficient.of(e.convention().longitudinal()));
        Coefficient x = add(e.name() + ".x", e.x(), scale);
        Coefficient y = add(e.name() + ".y", e.y(), scale);
        Coefficient z = add(e.name() + ".z", e.z(), scale);
        Coefficient iy = y.times(Coefficient.I);
        images.put(
                e.spin(),
                Map.of(
                        Letter.RAISING, x.plus(iy).times(transverse),
                        Letter.Z, z.times(longitudinal),
                        Letter.LOWERING, x.minus(iy).times(transverse)));
    }

    private static NotApplicableException notExtensive(SpinEnsemble e, Coefficient number) {
        return new NotApplicableException("the mean field of '" + e.name() + "' needs its number of atoms (and its "
                + "scale) to be a multiple of N, not " + number + "; use a level at finite N");
    }

    private void mode(Mode m) {
        Coefficient root = Coefficient.sizePower(1);
        Coefficient half = Coefficient.of(1, 2);
        Operator real = m.a().plus(m.adag()).times(half);
        Operator imaginary =
                m.a().minus(m.adag()).times(half.times(Coefficient.I).negate());
        Coefficient re = add(m.name() + ".re", real, root);
        Coefficient im = add(m.name() + ".im", imaginary, root).times(Coefficient.I);
        images.put(
                m.boson(),
                Map.of(
                        Letter.ANNIHILATION, re.plus(im).times(root),
                        Letter.CREATION, re.minus(im).times(root)));
    }

    private void oscillator(Oscillator o) {
        add(o.name() + ".x", o.position(), Coefficient.ONE);
        add(o.name() + ".v", o.velocity(), Coefficient.ONE);
    }

    private Coefficient add(String name, Operator letter, Coefficient unit) {
        MeanVariable variable = new MeanVariable(name, letter, unit);
        variables.add(variable);
        return Coefficient.of(variable.symbol());
    }

    /**
     * The commuting image of an operator, with all its powers of N: each product of letters, in canonical order, becomes
     * the product of their images.
     */
    public Coefficient image(Operator o) {
        Coefficient total = Coefficient.ZERO;
        for (Map.Entry<Word, Coefficient> term : o.terms().entrySet()) {
            Coefficient product = series.expand(term.getValue());
            for (SiteWord part : term.getKey().sites()) {
                for (Map.Entry<Letter, Coefficient> letter :
                        images.get(part.site()).entrySet()) {
                    product = product.times(letter.getValue().power(part.power(letter.getKey())));
                }
            }
            total = total.plus(product);
        }
        return total;
    }

    /** A coefficient with symbols that depend on N replaced by their series. */
    public Coefficient expand(Coefficient c) {
        return series.expand(c);
    }

    /** What a symbol stands for in numbers: an opaque function of classical letters is written out. */
    Expression meaning(Symbol s) {
        Optional<Expression> moving = s.kind() == Symbol.Kind.CLASSICAL ? series.opaque(s.name()) : Optional.empty();
        return moving.orElseGet(() -> Expression.symbol(s.name()));
    }
}
