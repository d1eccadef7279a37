package org.escapement.study.question.moments;

import java.util.List;
import java.util.Set;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.cumulant.CasimirUse;
import org.escapement.dynamics.cumulant.CumulantOptions;
import org.escapement.dynamics.cumulant.MomentEquations;
import org.escapement.dynamics.equations.SystemSize;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.text.MeasureReader;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * {@code cumulants: {mean: power, order: 2, size: infinite, casimir: after closing}}: moments closed by setting higher
 * cumulants to zero.
 */
public final class CumulantsKind implements QuestionKind {

    @Override
    public String word() {
        return "cumulants";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a question about cumulants");
        Aspect aspect = new AspectReader(model, Set.of()).read(f);
        CumulantOptions options = CumulantOptions.ofOrder(
                        f.optional("order").map(CumulantsKind::order).orElse(2))
                .casimir(casimir(f))
                .size(size(f));
        CumulantsQuestion.From from = f.optional("from")
                .map(n -> CumulantsQuestion.From.of(
                        Fields.choice(n, "where the search begins", CumulantsQuestion.From.words())))
                .orElse(CumulantsQuestion.From.MIXED);
        Reference minus = f.optional("minus")
                .map(n -> Reference.of(Fields.choice(n, "what is subtracted", Reference.words())))
                .orElse(Reference.NOTHING);
        boolean unphysical = f.optional("unphysical")
                .map(n -> Fields.choice(n, "unphysical moments are", List.of("refused", "accepted")))
                .orElse("refused")
                .equals("accepted");
        f.finish();
        requireSense(node, aspect, minus, options);
        try {
            MomentEquations.derive(model, options.withoutCharge());
        } catch (NotApplicableException e) {
            throw new SourceException(node.position(), e.getMessage());
        }
        return new CumulantsQuestion(aspect, options, from, minus, unphysical);
    }

    private static void requireSense(Node node, Aspect aspect, Reference minus, CumulantOptions options) {
        boolean referred = aspect instanceof Aspect.Mean
                || aspect instanceof Aspect.Noise
                || aspect instanceof Aspect.FactorisedNoise
                || aspect instanceof Aspect.Gap
                || aspect instanceof Aspect.Spins;
        if (minus != Reference.NOTHING && !referred) {
            throw new SourceException(node.position(), "'minus' goes with a stationary number");
        }
        if (minus == Reference.EXACT && options.size() == SystemSize.INFINITE) {
            throw new SourceException(
                    node.position(), "the exact level has a finite number of atoms: say 'size: finite' too");
        }
        if (minus == Reference.DIFFUSION && options.size() == SystemSize.FINITE) {
            throw new SourceException(node.position(), "the diffusion is a limit of infinite N: leave 'size' out");
        }
    }

    private static int order(Node node) {
        double order = MeasureReader.number(node);
        if (order == Math.rint(order) && order >= 1 && order <= CumulantOptions.HIGHEST) return (int) order;
        throw new SourceException(
                node.position(), "the order is a whole number from 1 to " + CumulantOptions.HIGHEST + ", not " + order);
    }

    private static CasimirUse casimir(Fields f) {
        return f.optional("casimir")
                        .map(n -> Fields.choice(n, "use of the Casimir", List.of("before closing", "after closing")))
                        .orElse("after closing")
                        .equals("after closing")
                ? CasimirUse.AFTER_CLOSING
                : CasimirUse.BEFORE_CLOSING;
    }

    /** Whether N is finite; infinite when nothing is said. */
    static SystemSize size(Fields f) {
        return f.optional("size")
                        .map(n -> Fields.choice(n, "size", List.of("finite", "infinite")))
                        .orElse("infinite")
                        .equals("finite")
                ? SystemSize.FINITE
                : SystemSize.INFINITE;
    }
}
