package org.escapement.study;

import java.util.function.Supplier;

/** A value computed when it is first asked for, once, from any thread. */
public final class Lazy<T> {

    private final Supplier<T> supplier;
    private volatile T value;

    public Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    public T get() {
        T known = value;
        if (known != null) return known;
        synchronized (this) {
            if (value == null) value = supplier.get();
            return value;
        }
    }
}
