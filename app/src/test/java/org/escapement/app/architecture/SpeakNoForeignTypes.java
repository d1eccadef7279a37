package org.escapement.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;

/** What a user of a public class can see consists of our types and the JDK's, the incubating ones left out. */
final class SpeakNoForeignTypes extends ArchCondition<JavaClass> {

    SpeakNoForeignTypes() {
        super("show only types of this program and the JDK in public signatures");
    }

    @Override
    public void check(JavaClass c, ConditionEvents events) {
        if (!visible(c)) return;
        List<JavaType> ancestors = new ArrayList<>(c.getInterfaces());
        c.getSuperclass().ifPresent(ancestors::add);
        ancestors.forEach(t -> check(c, c.getName(), t, events));
        c.getFields().stream().filter(SpeakNoForeignTypes::visible).forEach(f -> field(c, f, events));
        c.getCodeUnits().stream().filter(SpeakNoForeignTypes::visible).forEach(m -> method(c, m, events));
    }

    private static void field(JavaClass c, JavaField f, ConditionEvents events) {
        check(c, f.getFullName(), f.getType(), events);
    }

    private static void method(JavaClass c, JavaCodeUnit m, ConditionEvents events) {
        check(c, m.getFullName(), m.getReturnType(), events);
        m.getParameterTypes().forEach(t -> check(c, m.getFullName(), t, events));
        m.getExceptionTypes().forEach(t -> check(c, m.getFullName(), t, events));
    }

    private static void check(JavaClass c, String where, JavaType type, ConditionEvents events) {
        for (JavaClass raw : type.getAllInvolvedRawTypes()) {
            JavaClass base = raw.getBaseComponentType();
            boolean ours = base.isPrimitive()
                    || base.getPackageName().startsWith("java.")
                    || base.getPackageName().startsWith("org.escapement.");
            if (!ours) events.add(SimpleConditionEvent.violated(c, where + " shows " + base.getName()));
        }
    }

    private static boolean visible(JavaClass c) {
        boolean here = c.getModifiers().contains(JavaModifier.PUBLIC);
        return here && c.getEnclosingClass().map(SpeakNoForeignTypes::visible).orElse(true);
    }

    private static boolean visible(JavaMember m) {
        return m.getModifiers().contains(JavaModifier.PUBLIC)
                || m.getModifiers().contains(JavaModifier.PROTECTED);
    }
}
