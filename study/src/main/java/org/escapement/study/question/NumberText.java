package org.escapement.study.question;

import java.util.List;
import java.util.TreeSet;
import org.escapement.expression.Expression;
import org.escapement.expression.NearestWord;
import org.escapement.expression.Scope;
import org.escapement.model.OpenSystem;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/** Reads an expression of parameters and definitions where the name of a closed form or threshold could stand too. */
public final class NumberText {

    private NumberText() {}

    /** A single unknown word is most likely meant as the name of a closed form, so these are suggested. */
    public static Expression read(OpenSystem model, Node node) {
        String text = Fields.scalar(node, "number").text();
        Scope scope = model.numberScope();
        boolean unknown = text.matches("[A-Za-z_]\\w*")
                && !scope.symbols().contains(text)
                && !List.of("pi", "infinity").contains(text);
        if (!unknown) return Fields.expression(node, "number", scope);
        if (model.quantities().containsKey(text)) {
            throw new SourceException(
                    node.position(),
                    "'" + text + "' is a quantity of the state: write 'quantity: " + text + "' and how it is read off");
        }
        TreeSet<String> words = new TreeSet<>(scope.symbols());
        words.addAll(model.closedForms().keySet());
        words.addAll(model.thresholds().keySet());
        throw new SourceException(
                node.position(),
                "'" + text + "' is no parameter, definition, closed form or threshold of the model"
                        + NearestWord.hint(text, words));
    }
}
