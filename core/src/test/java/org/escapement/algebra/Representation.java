package org.escapement.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Operators as dense matrices, letter by letter: nothing of the symbolic reordering is used. */
record Representation(NavigableMap<DegreeOfFreedom, List<DenseMatrix>> letters, double size) {

    private static final ToDoubleFunction<Symbol> VALUES =
            symbol -> symbol.name().equals("kappa") ? 0.7 : -1.3;

    /** Dicke states of the largest spin for spins, Fock states below the cut-off for modes: dimension by site. */
    static Representation ofDimensions(Map<DegreeOfFreedom, Integer> dimensions, double size) {
        NavigableMap<DegreeOfFreedom, List<DenseMatrix>> single = new TreeMap<>();
        dimensions.forEach((site, dimension) ->
                single.put(site, site instanceof BosonMode ? modeLetters(dimension) : spinLetters(dimension)));
        NavigableMap<DegreeOfFreedom, List<DenseMatrix>> embedded = new TreeMap<>();
        for (DegreeOfFreedom site : single.keySet()) {
            embedded.put(
                    site,
                    single.get(site).stream()
                            .map(letter -> embed(single, site, letter))
                            .toList());
        }
        return new Representation(embedded, size);
    }

    private static DenseMatrix embed(
            NavigableMap<DegreeOfFreedom, List<DenseMatrix>> single, DegreeOfFreedom site, DenseMatrix letter) {
        DenseMatrix product = DenseMatrix.identity(1);
        for (DegreeOfFreedom other : single.keySet()) {
            int dimension = single.get(other).getFirst().size;
            product = product.kronecker(other.equals(site) ? letter : DenseMatrix.identity(dimension));
        }
        return product;
    }

    private static List<DenseMatrix> spinLetters(int dimension) {
        double j = (dimension - 1) / 2.0;
        DenseMatrix raising = new DenseMatrix(dimension);
        DenseMatrix z = new DenseMatrix(dimension);
        for (int i = 0; i < dimension; i++) {
            double m = j - i;
            z.set(i, i, m, 0);
            if (i > 0) {
                raising.set(i - 1, i, Math.sqrt(j * (j + 1) - m * (m + 1)), 0);
            }
        }
        return List.of(raising, z, raising.adjoint());
    }

    private static List<DenseMatrix> modeLetters(int dimension) {
        DenseMatrix annihilation = new DenseMatrix(dimension);
        for (int n = 1; n < dimension; n++) {
            annihilation.set(n - 1, n, Math.sqrt(n), 0);
        }
        return List.of(annihilation.adjoint(), annihilation);
    }

    /** One spin of atoms on the full 2^atoms space. */
    static Representation ofAtoms(CollectiveSpin spin, int atoms) {
        List<DenseMatrix> letters = new ArrayList<>();
        for (DenseMatrix letter : spinLetters(2)) {
            DenseMatrix sum = new DenseMatrix(1 << atoms);
            for (int k = 0; k < atoms; k++) {
                sum = sum.plus(onAtom(letter, k, atoms));
            }
            letters.add(sum);
        }
        return new Representation(new TreeMap<>(Map.of(spin, letters)), atoms);
    }

    static DenseMatrix onAtom(DenseMatrix letter, int atom, int atoms) {
        return DenseMatrix.identity(1 << atom)
                .kronecker(letter)
                .kronecker(DenseMatrix.identity(1 << (atoms - atom - 1)));
    }

    static DenseMatrix singleAtom(SingleAtomOperator operator) {
        CollectiveSpin atom = new CollectiveSpin("atom");
        Operator sum = Operator.of(operator.identity())
                .plus(Operator.x(atom).times(operator.x()))
                .plus(Operator.y(atom).times(operator.y()))
                .plus(Operator.z(atom).times(operator.z()));
        return ofAtoms(atom, 1).matrix(sum);
    }

    DenseMatrix matrix(Operator operator) {
        int dimension = letters.firstEntry().getValue().getFirst().size;
        DenseMatrix sum = new DenseMatrix(dimension);
        for (Map.Entry<Word, Coefficient> term : operator.terms().entrySet()) {
            DenseMatrix product = DenseMatrix.identity(dimension);
            for (SiteWord part : term.getKey().sites()) {
                for (Letter letter : part.site().letters()) {
                    int index = part.site().letters().indexOf(letter);
                    for (int count = 0; count < part.power(letter); count++) {
                        product = product.times(letters.get(part.site()).get(index));
                    }
                }
            }
            Coefficient coefficient = term.getValue();
            sum = sum.plus(product, coefficient.evaluate(VALUES, size), coefficient.evaluateImaginary(VALUES, size));
        }
        return sum;
    }
}
