package org.escapement.dynamics.cumulant;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Word;
import org.escapement.dynamics.cumulant.MomentMap.Row;
import org.escapement.dynamics.cumulant.MomentVariable.Part;
import org.escapement.dynamics.equations.ChargeLattice;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.model.InitialState;
import org.escapement.model.OpenSystem;
import org.escapement.model.ParameterValues;

/**
 * The closed equations of motion of the moments of a model: exact rates of change of all symmetrised moments of at most
 * k letters, in which moments of more letters are polynomials of shorter ones because their cumulants are set to zero.
 * Variables are real and of order one ({@link MomentVariable}); rates in the model's reference rate.
 *
 * <p>Nothing is truncated silently: a moment that is needed and is neither a variable, nor closed, nor zero by symmetry is
 * an error that names it. Immutable; derive once, share between threads.
 */
public final class MomentEquations {

    private final CumulantOptions options;
    private final MomentHierarchy hierarchy;
    private final ChargeLattice charges;
    private final CumulantClosure closure;
    private final Map<Word, Map<Word, Coefficient>> rates;
    private final List<Invariant> invariants;
    private final List<MomentVariable> independent;
    private final VariableIndex index;
    private final MomentMap flow;
    private final List<Coefficient> leadingRates;
    private final CovarianceMaps covariances = new CovarianceMaps(this);

    private MomentEquations(
            CumulantOptions options,
            MomentHierarchy hierarchy,
            ChargeLattice charges,
            CumulantClosure closure,
            Map<Word, Map<Word, Coefficient>> rates,
            List<Invariant> invariants,
            List<MomentVariable> independent) {
        this.options = options;
        this.hierarchy = hierarchy;
        this.charges = charges;
        this.closure = closure;
        this.rates = rates;
        this.invariants = invariants;
        this.independent = List.copyOf(independent);
        List<MomentVariable> all = new ArrayList<>(independent);
        for (Invariant i : invariants) all.add(new MomentVariable(i.eliminated(), Part.WHOLE));
        this.index = new VariableIndex(all, closure);
        this.flow = new MomentMap(index, independent.stream().map(this::row).toList());
        this.leadingRates = model().jumps().stream().map(hierarchy::leadingRate).toList();
    }

    /**
     * Derives the equations of a model.
     *
     * @throws org.escapement.dynamics.NotApplicableException for classical letters, and when infinite N is asked for and
     *     a rate grows with N
     */
    public static MomentEquations derive(OpenSystem model, CumulantOptions options) {
        LetterUnits units = new LetterUnits(model, options.size());
        boolean before = options.casimir() == CasimirUse.BEFORE_CLOSING;
        SymmetricOrder order = new SymmetricOrder(before ? units.lengths() : Map.of());
        MomentHierarchy hierarchy = new MomentHierarchy(units, order);
        ChargeLattice charges = ChargeLattice.of(model);
        Predicate<Word> wanted = options.neutral() ? charges::isNeutral : word -> true;
        List<Word> words =
                hierarchy.words(options.order()).stream().filter(wanted).toList();
        Map<Word, Map<Word, Coefficient>> rates = new LinkedHashMap<>();
        for (Word word : words) {
            if (word.equals(MomentVariable.representative(word))) rates.put(word, hierarchy.rate(word));
        }
        requireComplete(rates, new HashSet<>(words), options);
        List<Invariant> invariants = Invariant.of(hierarchy, options.order());
        Set<Word> eliminated = new HashSet<>();
        invariants.forEach(i -> eliminated.add(i.eliminated()));
        List<MomentVariable> variables = new ArrayList<>();
        for (Word word : rates.keySet()) if (!eliminated.contains(word)) addVariables(word, variables);
        return new MomentEquations(
                options, hierarchy, charges, new CumulantClosure(options.order()), rates, invariants, variables);
    }

    private static void requireComplete(
            Map<Word, Map<Word, Coefficient>> rates, Set<Word> words, CumulantOptions options) {
        rates.forEach((left, rate) -> rate.keySet().forEach(word -> {
            if (!word.isIdentity() && word.degree() <= options.order() && !words.contains(word)) {
                throw new IllegalStateException(
                        "the rate of <" + left + "> needs <" + word + ">, which is neither a " + "variable nor closed");
            }
        }));
    }

    private static void addVariables(Word word, List<MomentVariable> variables) {
        if (word.equals(word.adjoint())) {
            variables.add(new MomentVariable(word, Part.WHOLE));
        } else {
            variables.add(new MomentVariable(word, Part.REAL));
            variables.add(new MomentVariable(word, Part.IMAGINARY));
        }
    }

    private Row row(MomentVariable v) {
        return new Row(rates.get(v.word()), v.part() == Part.IMAGINARY);
    }

    /**
     * The closed subsystem that a start reaches: variables that are zero at the start and whose rates vanish with them
     * stay zero and are left out.
     *
     * @param startsNonZero whether a variable may differ from zero at the start
     */
    public MomentEquations reachedFrom(Predicate<MomentVariable> startsNonZero) {
        int n = index.variables().size();
        boolean[] alive = new boolean[n];
        for (int i = 0; i < n; i++) {
            alive[i] = i >= independent.size()
                    || startsNonZero.test(index.variables().get(i));
        }
        List<List<Polynomial.Product>> structure = flow.structure();
        for (boolean grown = true; grown; ) {
            grown = false;
            for (int i = 0; i < independent.size(); i++) {
                if (alive[i]) continue;
                boolean moves = structure.get(i).stream().anyMatch(p -> allAlive(p, alive));
                grown |= moves;
                alive[i] = moves;
            }
        }
        List<MomentVariable> kept = new ArrayList<>();
        for (int i = 0; i < independent.size(); i++) if (alive[i]) kept.add(independent.get(i));
        return new MomentEquations(options, hierarchy, charges, closure, rates, invariants, kept);
    }

    private static boolean allAlive(Polynomial.Product p, boolean[] alive) {
        for (int i = 0; i < p.degree(); i++) if (!alive[p.variable(i)]) return false;
        return true;
    }

    /** The subsystem reached from products of single-site states without charge, such as thermal states. */
    public MomentEquations reachedFromThermalStates() {
        return reachedFrom(v -> isThermal(v.word()));
    }

    /** Whether each site's part of a word conserves that site's excitations. */
    static boolean isThermal(Word word) {
        return word.sites().stream().allMatch(part -> part.up() == part.down());
    }

    public OpenSystem model() {
        return hierarchy.units().model();
    }

    public CumulantOptions options() {
        return options;
    }

    /** The independent variables, in the order of the state vector. */
    public List<MomentVariable> variables() {
        return independent;
    }

    /** The sector of each independent variable; a word and its adjoint belong to opposite sectors, one of them named. */
    public List<List<Long>> sectors() {
        return independent.stream()
                .map(v -> {
                    List<Long> own = charges.sector(v.word());
                    List<Long> opposite = charges.sector(v.word().adjoint());
                    return compare(own, opposite) >= 0 ? own : opposite;
                })
                .toList();
    }

    private static int compare(List<Long> a, List<Long> b) {
        for (int i = 0; i < a.size(); i++) {
            int c = Long.compare(a.get(i), b.get(i));
            if (c != 0) return c;
        }
        return 0;
    }

    /** The sector of a word. */
    public ChargeLattice charges() {
        return charges;
    }

    /** Spins whose conserved length is used, by name. */
    public List<String> conservedLengths() {
        return hierarchy.units().lengths().keySet().stream()
                .map(DegreeOfFreedom::name)
                .sorted()
                .toList();
    }

    /** Number of different products of variables that one evaluation computes. */
    public int products() {
        return flow.products();
    }

    MomentHierarchy hierarchy() {
        return hierarchy;
    }

    Map<Word, Map<Word, Coefficient>> rates() {
        return rates;
    }

    CumulantClosure closure() {
        return closure;
    }

    List<Invariant> invariants() {
        return invariants;
    }

    VariableIndex index() {
        return index;
    }

    MomentMap flow() {
        return flow;
    }

    /** What decides the sign of each jump's rate. */
    List<Coefficient> leadingRates() {
        return leadingRates;
    }

    CovarianceMaps covariances() {
        return covariances;
    }

    /** What an operator's expectation value is made of. */
    public MomentExpectation expectation(Operator o) {
        synchronized (hierarchy) {
            return MomentExpectation.of(this, o);
        }
    }

    /** The state vector of a product of spin-coherent and coherent states. */
    public double[] start(InitialState state, ParameterValues point) {
        return StartMoments.of(this, state, point);
    }

    /** The state vector of unpolarised spins and empty modes. */
    public double[] mixedStart(ParameterValues point) {
        return StartMoments.mixed(this, point);
    }

    /** The equations with numbers at a parameter point. */
    public MomentSystem at(ParameterValues point) {
        return new MomentSystem(this, point);
    }

    /** The size that coefficients are evaluated with; not a number where it is not given. */
    double size(ParameterValues point) {
        boolean given = options.size() == SystemSize.FINITE && point.given().containsKey(model().size());
        return given ? point.value(model().size()) : Double.NaN;
    }
}
