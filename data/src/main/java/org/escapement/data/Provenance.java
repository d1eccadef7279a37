package org.escapement.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where numbers come from: model digest, level, tolerances, seed, code version, kernel, machine. An ordered map of
 * text; what a key means is up to the one who writes it.
 */
public record Provenance(Map<String, String> entries) {
    public Provenance {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    public static Provenance empty() {
        return new Provenance(Map.of());
    }

    /** This provenance with one more entry, or a changed one in its old place. */
    public Provenance with(String key, String value) {
        Map<String, String> more = new LinkedHashMap<>(entries);
        more.put(key, value);
        return new Provenance(more);
    }
}
