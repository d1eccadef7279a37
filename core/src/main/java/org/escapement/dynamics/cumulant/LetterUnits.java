package org.escapement.dynamics.cumulant;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.Operator;
import org.escapement.algebra.SiteWord;
import org.escapement.algebra.Symbol;
import org.escapement.algebra.Word;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.equations.SizeSeries;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.model.Mode;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;
import org.escapement.model.SpinEnsemble;

/**
 * The units in which moments are numbers of order one: the scale of an ensemble for its letters J, √N for a mode's
 * letters. For infinite N coefficients are expanded in N and their order is kept.
 */
final class LetterUnits {

    private final OpenSystem model;
    private final SystemSize size;
    private final SizeSeries series;
    private final Map<DegreeOfFreedom, Coefficient> units = new HashMap<>();
    private final Map<DegreeOfFreedom, Coefficient> lengths = new LinkedHashMap<>();

    LetterUnits(OpenSystem model, SystemSize size) {
        this.model = model;
        this.size = size;
        this.series = new SizeSeries(model);
        for (SpinEnsemble e : model.ensembles()) {
            units.put(e.spin(), scale(e));
            if (keepsLength(e)) lengths.put(e.spin(), length(e));
        }
        for (Mode m : model.modes()) units.put(m.boson(), Coefficient.sizePower(1));
    }

    private Coefficient scale(SpinEnsemble e) {
        Coefficient scale = expand(e.scale());
        boolean extensive = scale.sizeOrder().orElse(0) == 2
                && expand(e.atoms()).sizeOrder().orElse(0) == 2;
        if (scale.isSingleTerm() && (size == SystemSize.FINITE || extensive)) return scale;
        throw new NotApplicableException("the moments of '" + e.name() + "' need a scale"
                + (size == SystemSize.FINITE ? " of one term" : " and a number of atoms that are multiples of N")
                + ", not "
                + scale + " for " + e.atoms() + " atoms");
    }

    private boolean keepsLength(SpinEnsemble e) {
        return model.drift(squaredLength(e.spin())).isZero();
    }

    /** Jx² + Jy² + Jz² as an operator. */
    static Operator squaredLength(DegreeOfFreedom spin) {
        Operator up = Operator.of(spin, org.escapement.algebra.Letter.RAISING);
        Operator down = Operator.of(spin, org.escapement.algebra.Letter.LOWERING);
        Operator z = Operator.of(spin, org.escapement.algebra.Letter.Z);
        return up.anticommutator(down).times(Coefficient.of(1, 2)).plus(z.times(z));
    }

    private static Coefficient length(SpinEnsemble e) {
        Coefficient j = e.atoms().times(Coefficient.of(1, 2));
        return j.times(j.plus(Coefficient.ONE));
    }

    OpenSystem model() {
        return model;
    }

    SystemSize size() {
        return size;
    }

    /** j(j + 1) of the spins whose length no process changes. */
    Map<DegreeOfFreedom, Coefficient> lengths() {
        return lengths;
    }

    /** A coefficient with its dependence on N in the open where N is infinite. */
    Coefficient expand(Coefficient c) {
        return size == SystemSize.FINITE ? c : series.expand(c);
    }

    /** The unit of a moment. */
    Coefficient unit(Word word) {
        Coefficient unit = Coefficient.ONE;
        for (SiteWord part : word.sites()) {
            unit = unit.times(units.get(part.site()).power(part.degree()));
        }
        return unit;
    }

    /** Values of symbols at a point, single orders of symbols that depend on N included. */
    static ToDoubleFunction<Symbol> values(ParameterValues point) {
        return symbol -> {
            Optional<SizeSeries.Part> part = SizeSeries.part(symbol.name());
            return part.isEmpty() ? point.value(symbol.name()) : part.get().value(point);
        };
    }
}
