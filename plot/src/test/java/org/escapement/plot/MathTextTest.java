package org.escapement.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class MathTextTest {
    private final MathText text = new MathText();

    @Test
    void inkStaysInsideTheBoxAndOnTheBaseLine() {
        for (String label : new String[] {"power", "$P$", "$\\Omega/\\kappa$", "$\\overline{m_z^2}$", "0.5"}) {
            Glyphs glyphs = text.layout(label, 9);
            Rectangle2D ink = glyphs.outline().getBounds2D();
            assertTrue(ink.getMinX() > -0.7 && ink.getMaxX() < glyphs.width() + 0.7, label + " " + ink);
            assertTrue(ink.getMinY() > -glyphs.ascent() - 0.7, label + " " + ink + glyphs.ascent());
            assertTrue(ink.getMaxY() < glyphs.descent() + 0.7, label + " " + ink + glyphs.descent());
        }
        assertEquals(0, text.layout("0.5", 9).outline().getBounds2D().getMaxY(), 0.3, "digits stand on the line");
        assertTrue(text.layout("p", 9).outline().getBounds2D().getMaxY() > 1, "p reaches below it");
    }

    @Test
    void everyGreekLetterHasAnOutline() {
        String letters = "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega alpha beta gamma delta epsilon"
                + " varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau phi varphi chi psi omega hbar";
        for (String letter : letters.split(" ")) {
            Rectangle2D ink = text.layout("$\\" + letter + "$", 9).outline().getBounds2D();
            assertTrue(ink.getWidth() > 1 && ink.getHeight() > 1, letter);
        }
    }

    @Test
    void textOutsideMathematicsIsTakenAsItStands() {
        assertEquals("\\text{5\\% of }{J_z}", MathText.latex("5% of $J_z$"));
        assertEquals("\\text{$\\Omega$/$\\kappa$}", MathText.latex("Ω/κ"));
        assertEquals("{\\lambda _1}", MathText.latex("$λ_1$"));
        assertFalse(
                text.layout("a_b {c} #1 & \\ 100%", 9).outline().getBounds2D().isEmpty());
        assertTrue(text.layout("1 2", 9).width() > text.layout("12", 9).width());
    }

    @Test
    void faultyMathematicsIsRefusedWithTheLabel() {
        for (String label : new String[] {"$J", "$\\frac{1}{$", "$\\nosuchcommand$"}) {
            String message = assertThrows(FigureException.class, () -> text.layout(label, 9))
                    .getMessage();
            assertTrue(message.contains(label), message);
        }
    }
}
