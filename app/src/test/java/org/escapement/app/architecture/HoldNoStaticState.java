package org.escapement.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Static fields are final and what they hold cannot be changed: collections are unmodifiable when they are looked at,
 * arrays are private tables.
 */
final class HoldNoStaticState extends ArchCondition<JavaClass> {

    private static final List<Class<?>> CHANGEABLE = List.of(
            AtomicBoolean.class,
            AtomicInteger.class,
            AtomicLong.class,
            AtomicReference.class,
            ThreadLocal.class,
            StringBuilder.class,
            EnumMap.class);

    HoldNoStaticState() {
        super("hold no static state that can change");
    }

    @Override
    public void check(JavaClass c, ConditionEvents events) {
        for (JavaField f : c.getFields()) {
            boolean fixed = !f.getModifiers().contains(JavaModifier.STATIC)
                    || f.getModifiers().contains(JavaModifier.SYNTHETIC)
                    || f.getName().equals("$assertionsDisabled")
                    || f.getName().equals("$VALUES");
            if (!fixed && canChange(f)) events.add(SimpleConditionEvent.violated(f, f.getFullName() + " can change"));
        }
    }

    private static boolean canChange(JavaField f) {
        if (!f.getModifiers().contains(JavaModifier.FINAL)) return true;
        if (f.getRawType().isArray()) return !f.getModifiers().contains(JavaModifier.PRIVATE);
        if (CHANGEABLE.stream().anyMatch(f.getRawType()::isAssignableTo)) return true;
        boolean container = f.getRawType().isAssignableTo(Collection.class)
                || f.getRawType().isAssignableTo(Map.class);
        return container && !unmodifiable(held(f));
    }

    private static Object held(JavaField f) {
        try {
            Field field = f.reflect();
            field.setAccessible(true);
            return field.get(null);
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw new AssertionError(f.getFullName() + " cannot be looked at", e);
        }
    }

    private static boolean unmodifiable(Object held) {
        String name = held.getClass().getName();
        return name.startsWith("java.util.ImmutableCollections") || name.startsWith("java.util.Collections$");
    }
}
