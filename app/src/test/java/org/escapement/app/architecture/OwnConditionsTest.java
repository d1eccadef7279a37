package org.escapement.app.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The conditions written for this program refuse what they are meant to refuse. */
public class OwnConditionsTest {

    /** Everything wrong that the two conditions look for. */
    public static final class Wrong {
        static int counter;
        static final List<String> REMEMBERED = new ArrayList<>();
        static final double[] SHARED = {1};

        public JsonNode shown() {
            return null;
        }

        public void hidden(Optional<JsonNode> inside) {}
    }

    /** The same without fault. */
    public static final class Right {
        static final List<String> NAMES = List.of("a");
        private static final double[] TABLE = {1};

        JsonNode internal() {
            return TABLE[0] > 0 ? null : null;
        }
    }

    private static int violations(Class<?> type, ArchCondition<com.tngtech.archunit.core.domain.JavaClass> condition) {
        return ArchRuleDefinition.classes()
                .should(condition)
                .evaluate(new ClassFileImporter().importClasses(type))
                .getFailureReport()
                .getDetails()
                .size();
    }

    @Test
    void staticStateIsSeenInItsThreeForms() {
        assertEquals(3, violations(Wrong.class, new HoldNoStaticState()));
        assertEquals(0, violations(Right.class, new HoldNoStaticState()));
    }

    @Test
    void foreignTypesAreSeenEvenInsideTypeParameters() {
        assertEquals(2, violations(Wrong.class, new SpeakNoForeignTypes()));
        assertEquals(0, violations(Right.class, new SpeakNoForeignTypes()));
    }
}
