package org.escapement.dynamics.cumulant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.escapement.algebra.Word;
import org.escapement.dynamics.cumulant.CumulantClosure.Product;
import org.escapement.dynamics.cumulant.MomentVariable.Part;

/**
 * Real variables by number, and moments as complex polynomials of them. A moment that is short enough to be a variable
 * but is not one is zero. Not thread-safe.
 */
final class VariableIndex {

    private final List<MomentVariable> variables;
    private final CumulantClosure closure;
    private final Map<MomentVariable, Integer> numbers = new HashMap<>();
    private final Map<Word, Polynomial> known = new HashMap<>();

    VariableIndex(List<MomentVariable> variables, CumulantClosure closure) {
        this.variables = List.copyOf(variables);
        this.closure = closure;
        for (int i = 0; i < variables.size(); i++) numbers.put(variables.get(i), i);
    }

    List<MomentVariable> variables() {
        return variables;
    }

    /** The number of a variable, -1 when it is none. */
    int number(Word word, Part part) {
        return numbers.getOrDefault(new MomentVariable(word, part), -1);
    }

    /** The moment of a word. */
    Polynomial moment(Word word) {
        Polynomial found = known.get(word);
        if (found == null) {
            found = make(word);
            known.put(word, found);
        }
        return found;
    }

    private Polynomial make(Word word) {
        if (word.isIdentity()) return Polynomial.constant(1);
        Map<Product, Long> closed = closure.moment(word);
        if (closed.size() == 1 && closed.containsKey(new Product(List.of(word)))) return variable(word);
        Polynomial sum = Polynomial.ZERO;
        for (Map.Entry<Product, Long> term : closed.entrySet()) {
            Polynomial product = Polynomial.constant(term.getValue());
            for (Word factor : term.getKey().factors()) product = product.times(moment(factor));
            sum = sum.plus(product);
        }
        return sum;
    }

    private Polynomial variable(Word word) {
        Word name = MomentVariable.representative(word);
        if (word.equals(word.adjoint())) return Polynomial.variable(number(word, Part.WHOLE), -1, 1);
        return Polynomial.variable(number(name, Part.REAL), number(name, Part.IMAGINARY), word.equals(name) ? 1 : -1);
    }
}
