package org.escapement.dynamics.cumulant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.escapement.algebra.Coefficient;
import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.ExactComplex;
import org.escapement.algebra.Letter;
import org.escapement.algebra.Monomial;
import org.escapement.algebra.Operator;
import org.escapement.algebra.SiteWord;
import org.escapement.algebra.Symbol;
import org.escapement.algebra.Word;
import org.escapement.dynamics.cumulant.MomentVariable.Part;
import org.escapement.model.Mode;
import org.escapement.model.SpinEnsemble;

/**
 * Moment equations before closing, as a reader writes them: real rates that are linear in named moments. In Cartesian
 * letters, moments are symmetrised products of the author's letters over their units ({@code <A.x*B.y>}), as in the mean
 * field; in ladder letters they are the variables of {@link MomentEquations}.
 */
public final class WrittenMoments {

    /**
     * One equation.
     *
     * @param moment what changes
     * @param rate linear in classical symbols that are named like moments
     */
    public record Equation(String moment, Coefficient rate) {}

    /** A Hermitian letter of the author. */
    private record CartesianLetter(String name, Operator operator, Word unit) {}

    private final MomentEquations equations;
    private final List<CartesianLetter> letters = new ArrayList<>();
    /** J+, Jz, J- over scale, or a†, a over √N, in the author's letters over their units. */
    private final Map<DegreeOfFreedom, Map<Letter, Coefficient>> ladder = new HashMap<>();

    private WrittenMoments(MomentEquations equations) {
        this.equations = equations;
        equations.model().ensembles().forEach(this::spin);
        equations.model().modes().forEach(this::mode);
    }

    private void spin(SpinEnsemble e) {
        Word unit = Word.of(e.spin(), Letter.Z);
        letters.add(new CartesianLetter(e.name() + ".x", e.x(), unit));
        letters.add(new CartesianLetter(e.name() + ".y", e.y(), unit));
        letters.add(new CartesianLetter(e.name() + ".z", e.z(), unit));
        Coefficient across = Coefficient.of(e.convention().transverse());
        Coefficient x = symbol(e.name() + ".x").dividedBy(across);
        Coefficient iy = symbol(e.name() + ".y").dividedBy(across).times(Coefficient.I);
        Coefficient z =
                symbol(e.name() + ".z").dividedBy(Coefficient.of(e.convention().longitudinal()));
        ladder.put(e.spin(), Map.of(Letter.RAISING, x.plus(iy), Letter.Z, z, Letter.LOWERING, x.minus(iy)));
    }

    private void mode(Mode m) {
        Word unit = Word.of(m.boson(), Letter.ANNIHILATION);
        Coefficient half = Coefficient.of(1, 2);
        Operator im = m.a().minus(m.adag()).times(half.times(Coefficient.I).negate());
        letters.add(new CartesianLetter(m.name() + ".re", m.a().plus(m.adag()).times(half), unit));
        letters.add(new CartesianLetter(m.name() + ".im", im, unit));
        Coefficient x = symbol(m.name() + ".re");
        Coefficient iy = symbol(m.name() + ".im").times(Coefficient.I);
        ladder.put(m.boson(), Map.of(Letter.CREATION, x.minus(iy), Letter.ANNIHILATION, x.plus(iy)));
    }

    private static Coefficient symbol(String name) {
        return Coefficient.of(Symbol.classical(name));
    }

    /** All moments up to the order in the author's letters, each squared length included. */
    public static List<Equation> cartesian(MomentEquations equations) {
        synchronized (equations.hierarchy()) {
            return new WrittenMoments(equations).cartesian();
        }
    }

    private List<Equation> cartesian() {
        List<Equation> all = new ArrayList<>();
        for (int degree = 1; degree <= equations.options().order(); degree++) extend(List.of(), 0, degree, all);
        return all;
    }

    private void extend(List<CartesianLetter> product, int from, int degree, List<Equation> all) {
        if (product.size() == degree) {
            all.add(equation(product));
            return;
        }
        for (int i = from; i < letters.size(); i++) {
            List<CartesianLetter> longer = new ArrayList<>(product);
            longer.add(letters.get(i));
            extend(longer, i, degree, all);
        }
    }

    private Equation equation(List<CartesianLetter> product) {
        Word unit = CumulantClosure.joined(
                product.stream().map(CartesianLetter::unit).toList());
        Operator drift = equations.model().drift(symmetrised(product));
        Coefficient rate = Coefficient.ZERO;
        for (Map.Entry<Word, Coefficient> term :
                equations.hierarchy().combination(unit, drift).entrySet()) {
            rate = rate.plus(term.getValue().times(polynomial(term.getKey())));
        }
        String name = "<" + product.stream().map(CartesianLetter::name).collect(Collectors.joining("*")) + ">";
        return new Equation(name, joined(rate));
    }

    private static Operator symmetrised(List<CartesianLetter> product) {
        if (product.isEmpty()) return Operator.identity();
        Operator sum = Operator.zero();
        for (int i = 0; i < product.size(); i++) {
            List<CartesianLetter> rest = new ArrayList<>(product);
            Operator first = rest.remove(i).operator();
            sum = sum.plus(first.times(symmetrised(rest)));
        }
        return sum.times(Coefficient.of(1, product.size()));
    }

    private Coefficient polynomial(Word word) {
        Coefficient product = Coefficient.ONE;
        for (SiteWord part : word.sites()) {
            for (Map.Entry<Letter, Coefficient> letter : ladder.get(part.site()).entrySet()) {
                product = product.times(letter.getValue().power(part.power(letter.getKey())));
            }
        }
        return product;
    }

    /** Products of letters as one symbol each, named like a moment. */
    private Coefficient joined(Coefficient rate) {
        Coefficient sum = Coefficient.ZERO;
        for (Map.Entry<Monomial, ExactComplex> term : rate.terms().entrySet()) {
            List<String> names = new ArrayList<>();
            Monomial rest = term.getKey();
            for (CartesianLetter letter : letters) {
                Symbol s = Symbol.classical(letter.name());
                for (int i = 0; i < rest.exponent(s); i++) names.add(letter.name());
                rest = rest.without(s);
            }
            Coefficient factor = Coefficient.of(rest, term.getValue());
            sum = sum.plus(names.isEmpty() ? factor : factor.times(symbol("<" + String.join("*", names) + ">")));
        }
        return sum;
    }

    /** The variables of the equations in ladder letters. */
    public static List<Equation> ladder(MomentEquations equations) {
        List<Equation> all = new ArrayList<>();
        for (MomentVariable v : equations.variables()) {
            Coefficient rate = Coefficient.ZERO;
            for (Map.Entry<Word, Coefficient> term :
                    equations.rates().get(v.word()).entrySet()) {
                Coefficient product = term.getValue().times(complex(term.getKey()));
                rate = rate.plus(part(product, v.part() == Part.IMAGINARY));
            }
            all.add(new Equation(v.name(), rate));
        }
        return all;
    }

    private static Coefficient complex(Word word) {
        if (word.isIdentity()) return Coefficient.ONE;
        Word name = MomentVariable.representative(word);
        if (word.equals(word.adjoint())) return symbol(new MomentVariable(word, Part.WHOLE).name());
        Coefficient im = symbol(new MomentVariable(name, Part.IMAGINARY).name()).times(Coefficient.I);
        Coefficient re = symbol(new MomentVariable(name, Part.REAL).name());
        return word.equals(name) ? re.plus(im) : re.minus(im);
    }

    private static Coefficient part(Coefficient c, boolean imaginary) {
        Coefficient sum = Coefficient.ZERO;
        for (Map.Entry<Monomial, ExactComplex> term : c.terms().entrySet()) {
            ExactComplex number = ExactComplex.of(
                    imaginary ? term.getValue().im() : term.getValue().re());
            if (!number.isZero()) sum = sum.plus(Coefficient.of(term.getKey(), number));
        }
        return sum;
    }
}
