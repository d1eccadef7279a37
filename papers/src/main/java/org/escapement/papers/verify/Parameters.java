package org.escapement.papers.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of one acceptance entry, read by name; a missing one is an error that names it. */
public final class Parameters {

    private final JsonNode node;

    Parameters(JsonNode node) {
        this.node = node;
    }

    private JsonNode get(String name) {
        JsonNode value = node.get(name);
        if (value == null) throw new IllegalArgumentException("the entry has no parameter '" + name + "'");
        return value;
    }

    public boolean has(String name) {
        return node.has(name);
    }

    public double number(String name) {
        return number(get(name));
    }

    private static double number(JsonNode value) {
        return value.isTextual() && value.asText().equals("inf") ? Double.POSITIVE_INFINITY : value.asDouble();
    }

    public int integer(String name) {
        return get(name).asInt();
    }

    public String text(String name) {
        return get(name).asText();
    }

    public boolean isText(String name) {
        return get(name).isTextual();
    }

    public List<Double> list(String name) {
        List<Double> list = new ArrayList<>();
        get(name).forEach(item -> list.add(number(item)));
        return list;
    }

    /** Those of the given names that the entry has, as numbers. */
    public Map<String, Double> numbers(List<String> names) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String name : names) if (has(name)) numbers.put(name, number(name));
        return numbers;
    }
}
