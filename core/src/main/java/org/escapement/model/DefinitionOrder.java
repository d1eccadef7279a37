package org.escapement.model;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.escapement.expression.Expression;

/** Definitions may refer to one another in any order, but not in a circle. */
final class DefinitionOrder {

    private final Map<String, Expression> definitions;
    private final Set<String> done = new HashSet<>();
    private final Set<String> path = new LinkedHashSet<>();

    private DefinitionOrder(Map<String, Expression> definitions) {
        this.definitions = definitions;
    }

    /** Throws when a definition leads back to itself, naming the circle. */
    static void refuseCircles(Map<String, Expression> definitions) {
        DefinitionOrder order = new DefinitionOrder(definitions);
        definitions.keySet().forEach(order::visit);
    }

    private void visit(String name) {
        if (done.contains(name) || !definitions.containsKey(name)) return;
        if (!path.add(name)) {
            throw new ModelException("the definition of '" + name + "' leads back to itself: "
                    + String.join(" -> ", path) + " -> " + name);
        }
        definitions.get(name).symbols().forEach(this::visit);
        path.remove(name);
        done.add(name);
    }
}
