package org.escapement.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PanelTest {

    @Test
    void everyPanelOfTheFivePapersHasAStudy() {
        for (Panel p : Panel.all()) assertTrue(new Paper(p.paper()).hasStudy(p.name()), p.toString());
        assertEquals(5, Panel.all().stream().map(Panel::paper).distinct().count());
        assertEquals(Panel.all().size(), Panel.all().stream().distinct().count());
    }

    @Test
    void namesAreThoseOfOnePaper() {
        assertTrue(Panel.names("heat-engine").contains("9d"));
        assertTrue(Panel.names("no such paper").isEmpty());
    }
}
