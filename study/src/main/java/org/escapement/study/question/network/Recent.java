package org.escapement.study.question.network;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers what was made for the keys used most recently, for parts of a network that many points of a sweep share.
 * Thread-safe; two threads that ask at once may both make the same.
 */
final class Recent<K, V> {

    private static final int KEPT = 1024;

    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > KEPT;
        }
    };

    V get(K key, Function<K, V> make) {
        synchronized (kept) {
            V known = kept.get(key);
            if (known != null) return known;
        }
        V made = make.apply(key);
        synchronized (kept) {
            kept.put(key, made);
        }
        return made;
    }
}
