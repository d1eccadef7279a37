package org.escapement.dynamics.cumulant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.Lindblad;
import org.escapement.algebra.Operator;
import org.escapement.algebra.SiteWord;
import org.escapement.algebra.Symbol;
import org.escapement.algebra.Word;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.model.HamiltonianTerm;
import org.escapement.model.JumpOperator;
import org.escapement.model.Mode;
import org.escapement.model.OpenSystem;
import org.escapement.model.SpinEnsemble;

/**
 * The exact equations of motion of symmetrised moments before any closure: each rate of change is a linear combination
 * of moments, some of which have more letters. Moments are in the units of {@link LetterUnits}. Not thread-safe.
 */
final class MomentHierarchy {

    private final OpenSystem model;
    private final LetterUnits units;
    private final SymmetricOrder order;
    private final Operator hamiltonian;

    MomentHierarchy(LetterUnits units, SymmetricOrder order) {
        this.model = units.model();
        this.units = units;
        this.order = order;
        this.hamiltonian = model.totalHamiltonian();
        requireSpinsAndModes();
    }

    private void requireSpinsAndModes() {
        if (!model.oscillators().isEmpty()) {
            throw new NotApplicableException("cumulants of the classical letters of '"
                    + model.oscillators().getFirst().name() + "' are not derived; use the mean field");
        }
        List<Operator> operators = new ArrayList<>();
        model.hamiltonian().forEach(t -> operators.add(t.operator()));
        model.jumps().forEach(j -> operators.add(j.operator().times(j.rate())));
        for (Operator o : operators) {
            for (Symbol s : o.symbols()) {
                if (s.kind() == Symbol.Kind.CLASSICAL) {
                    throw new NotApplicableException("cumulants need numbers that stay constant, but '" + s.name()
                            + "' changes with time; use the mean field");
                }
            }
        }
    }

    LetterUnits units() {
        return units;
    }

    SymmetricOrder order() {
        return order;
    }

    /** All words of at most so many letters that stand for independent moments, shortest first. */
    List<Word> words(int longest) {
        List<Word> all = new ArrayList<>();
        List<DegreeOfFreedom> sites = new ArrayList<>();
        model.ensembles().stream().map(SpinEnsemble::spin).forEach(sites::add);
        model.modes().stream().map(Mode::boson).forEach(sites::add);
        sites.sort(null);
        extend(List.of(), sites, 0, longest, all);
        all.sort(null);
        return all;
    }

    private void extend(List<SiteWord> parts, List<DegreeOfFreedom> sites, int from, int letters, List<Word> all) {
        if (!parts.isEmpty()) all.add(Word.of(parts));
        for (int i = from; i < sites.size() && letters > 0; i++) {
            for (SiteWord part : siteWords(sites.get(i), letters)) {
                List<SiteWord> longer = new ArrayList<>(parts);
                longer.add(part);
                extend(longer, sites, i + 1, letters - part.degree(), all);
            }
        }
    }

    private List<SiteWord> siteWords(DegreeOfFreedom site, int letters) {
        boolean spin = site instanceof org.escapement.algebra.CollectiveSpin;
        boolean reduced = order.reduced().contains(site);
        List<SiteWord> found = new ArrayList<>();
        for (int up = 0; up <= letters; up++) {
            for (int z = 0; z <= (spin ? letters - up : 0); z++) {
                for (int down = 0; up + z + down <= letters; down++) {
                    if (up + z + down > 0 && !(reduced && up * down > 0)) found.add(new SiteWord(site, up, z, down));
                }
            }
        }
        return found;
    }

    /** Rate of change of a moment as a combination of moments. */
    Map<Word, Coefficient> rate(Word moment) {
        Operator product = order.product(moment);
        Operator rate = Lindblad.unitary(hamiltonian, product);
        for (JumpOperator jump : model.jumps()) {
            // Jumps elsewhere do nothing; a long chain has many of them.
            if (touches(jump, moment)) rate = rate.plus(model.dissipation(jump, product));
        }
        return combination(moment, rate);
    }

    private static boolean touches(JumpOperator jump, Word moment) {
        return jump.operator().terms().keySet().stream().anyMatch(moment::meets);
    }

    /** An operator as a combination of moments, divided by the unit of a word. */
    Map<Word, Coefficient> combination(Word left, Operator o) {
        Map<Word, Coefficient> rate = new LinkedHashMap<>();
        Coefficient unit = units.unit(left);
        for (Map.Entry<Word, Coefficient> term :
                order.symmetrised(o, units::expand).entrySet()) {
            Coefficient full = term.getValue().times(units.unit(term.getKey())).dividedBy(unit);
            Coefficient kept = units.size() == SystemSize.FINITE ? full : full.leading(0);
            if (units.size() == SystemSize.INFINITE && full.sizeOrder().orElse(0) > 0) throw refusal(left);
            if (!kept.isZero()) rate.put(term.getKey(), kept);
        }
        return rate;
    }

    /** What decides the sign of a jump's rate: the rate, for infinite N the factor of its highest power of N. */
    Coefficient leadingRate(JumpOperator jump) {
        Coefficient rate = units.expand(jump.rate());
        if (units.size() == SystemSize.FINITE || rate.isZero()) return rate;
        int highest = rate.sizeOrder().orElseThrow();
        return rate.leading(highest).times(Coefficient.sizePower(-highest));
    }

    /** An operator as a combination of moments with its power of N, for infinite N to leading order. */
    Expansion expansion(Operator o) {
        Map<Word, Coefficient> all = new LinkedHashMap<>();
        order.symmetrised(o, units::expand)
                .forEach((word, c) -> SymmetricOrder.add(all, word, c.times(units.unit(word))));
        if (units.size() == SystemSize.FINITE) return new Expansion(0, all);
        OptionalInt highest =
                all.values().stream().flatMapToInt(c -> c.sizeOrder().stream()).max();
        int twice = highest.orElse(0);
        Map<Word, Coefficient> leading = new LinkedHashMap<>();
        all.forEach(
                (word, c) -> SymmetricOrder.add(leading, word, c.leading(twice).times(Coefficient.sizePower(-twice))));
        return new Expansion(twice, leading);
    }

    /**
     * A combination of moments times a power of N.
     *
     * @param twiceOrder twice the power; 0 for finite N
     */
    record Expansion(int twiceOrder, Map<Word, Coefficient> moments) {}

    private NotApplicableException refusal(Word moment) {
        Operator product = order.product(moment);
        for (HamiltonianTerm term : model.hamiltonian()) {
            String what = "Hamiltonian term '" + term.name() + "'";
            if (grows(moment, Lindblad.unitary(term.operator(), product))) return refusal(moment, what);
        }
        for (JumpOperator jump : model.jumps()) {
            if (grows(moment, model.dissipation(jump, product))) return refusal(moment, "jump '" + jump.name() + "'");
        }
        return refusal(moment, "the sum of all terms");
    }

    private boolean grows(Word moment, Operator rate) {
        Coefficient unit = units.unit(moment);
        return order.symmetrised(rate, units::expand).entrySet().stream()
                .anyMatch(t -> t.getValue()
                                .times(units.unit(t.getKey()))
                                .dividedBy(unit)
                                .sizeOrder()
                                .orElse(0)
                        > 0);
    }

    private static NotApplicableException refusal(Word moment, String what) {
        return new NotApplicableException(what + " drives <" + moment + "> faster than any rate that stays finite as N "
                + "grows: no limit of infinite N. Scale its coefficient with a suitable power of 1/N, or use cumulants "
                + "at finite N");
    }
}
