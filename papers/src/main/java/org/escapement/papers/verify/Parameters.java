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
        return number(name, get(name));
    }

    private static double number(String name, JsonNode value) {
        double number = number(value);
        if (Double.isNaN(number)) throw new IllegalArgumentException("the parameter '" + name + "' is not a number");
        return number;
    }

    /** The number a value stands for, {@code "inf"} being infinite; NaN when it is none. */
    static double number(JsonNode value) {
        if (value.isTextual() && value.asText().equals("inf")) return Double.POSITIVE_INFINITY;
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }

    public int integer(String name) {
        double number = number(name);
        if (number == Math.rint(number)) return (int) number;
        throw new IllegalArgumentException("the parameter '" + name + "' is not a whole number");
    }

    /** A truth value. */
    public boolean flag(String name) {
        JsonNode value = get(name);
        if (value.isBoolean()) return value.asBoolean();
        throw new IllegalArgumentException("the parameter '" + name + "' is neither true nor false");
    }

    public String text(String name) {
        return get(name).asText();
    }

    public boolean isText(String name) {
        return get(name).isTextual();
    }

    public List<Double> list(String name) {
        List<Double> list = new ArrayList<>();
        get(name).forEach(item -> list.add(number(name, item)));
        return list;
    }

    /** A list of exactly so many numbers. */
    public List<Double> list(String name, int length) {
        List<Double> list = list(name);
        if (list.size() == length) return list;
        throw new IllegalArgumentException(
                "the parameter '" + name + "' needs " + length + " numbers, not " + list.size());
    }

    /** Begin and end of a window. */
    public List<Double> window(String name) {
        return list(name, 2);
    }

    /** Those of the given names that the entry has, as numbers. */
    public Map<String, Double> numbers(List<String> names) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (String name : names) if (has(name)) numbers.put(name, number(name));
        return numbers;
    }
}
