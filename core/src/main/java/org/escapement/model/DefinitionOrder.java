package org.escapement.model;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.escapement.expression.Expression;

/** Definitions may refer to one another in any order, but not in a circle, nor through a very long chain. */
public final class DefinitionOrder {

    private static final int MAX_DEPTH = 200;

    private final Map<String, Expression> definitions;
    private final Map<String, Integer> depths = new HashMap<>();
    private final Set<String> path = new LinkedHashSet<>();

    private DefinitionOrder(Map<String, Expression> definitions) {
        this.definitions = definitions;
    }

    /** Throws when a definition leads back to itself, naming the circle. */
    public static void refuseCircles(Map<String, Expression> definitions) {
        DefinitionOrder order = new DefinitionOrder(definitions);
        definitions.keySet().forEach(order::visit);
    }

    /** How many definitions lie below a name, itself included. */
    private int visit(String name) {
        if (depths.containsKey(name)) return depths.get(name);
        if (!definitions.containsKey(name)) return 0;
        if (!path.add(name)) {
            throw new ModelException("the definition of '" + name + "' leads back to itself: "
                    + String.join(" -> ", path) + " -> " + name);
        }
        int below = definitions.get(name).symbols().stream()
                .mapToInt(this::visit)
                .max()
                .orElse(0);
        if (below >= MAX_DEPTH) {
            throw new ModelException("the definition of '" + name + "' refers to more than " + MAX_DEPTH
                    + " others, one through another");
        }
        path.remove(name);
        depths.put(name, below + 1);
        return below + 1;
    }
}
