package org.escapement.study.question.gaussian;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.fluctuation.FluctuationEquations;
import org.escapement.model.Mode;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.model.SpinEnsemble;
import org.escapement.observables.fluctuations.MesoscopicValue;
import org.escapement.study.question.Question;
import org.escapement.study.question.QuestionKind;
import org.escapement.study.text.QuantityText;
import org.escapement.yaml.Fields;
import org.escapement.yaml.Node;
import org.escapement.yaml.SourceException;

/**
 * {@code mesoscopic: {quantity: heat(), at: 2}} or {@code mesoscopic: {ergotropy of: A, energy: omega*A.z/2, at: 2}}: a number
 * at a large but finite size, from the mean field and the fluctuations around it.
 */
public final class MesoscopicKind implements QuestionKind {

    @Override
    public String word() {
        return "mesoscopic";
    }

    @Override
    public Question read(Node node, Model any) {
        OpenSystem model = OpenSystem.of(any);
        Fields f = Fields.of(node, "a question about a finite size");
        Optional<Node> quantity = f.optional("quantity");
        Optional<Node> site = f.optional("ergotropy of");
        Optional<Node> energy = f.optional("energy");
        MesoscopicValue.Part part = f.optional("part").map(MesoscopicKind::part).orElse(MesoscopicValue.Part.ESTIMATE);
        When when = GaussianKind.when(f);
        f.finish();
        if (quantity.isPresent() == site.isPresent() || site.isPresent() != energy.isPresent()) {
            throw new SourceException(
                    node.position(),
                    "say what is asked: a 'quantity', or 'ergotropy of' an ensemble or mode and its 'energy'");
        }
        MesoscopicSubject subject = quantity.map(n -> quantity(n, model))
                .orElseGet(() -> ergotropy(site.orElseThrow(), energy.orElseThrow(), model));
        MesoscopicQuestion question = new MesoscopicQuestion(subject, part, when);
        try {
            subject.value(FluctuationEquations.derive(model));
        } catch (NotApplicableException e) {
            throw new SourceException(node.position(), e.getMessage());
        }
        return question;
    }

    private static MesoscopicValue.Part part(Node node) {
        List<String> words = Stream.of(MesoscopicValue.Part.values())
                .map(p -> p.name().toLowerCase(Locale.ROOT))
                .toList();
        return MesoscopicValue.Part.valueOf(Fields.choice(node, "part", words).toUpperCase(Locale.ROOT));
    }

    private static MesoscopicSubject quantity(Node node, OpenSystem model) {
        return new MesoscopicSubject.OfQuantity(QuantityText.read(model, node, "quantity"));
    }

    private static MesoscopicSubject ergotropy(Node site, Node energy, OpenSystem model) {
        List<String> names = new ArrayList<>();
        model.ensembles().stream().map(SpinEnsemble::name).forEach(names::add);
        model.modes().stream().map(Mode::name).forEach(names::add);
        String name = Fields.choice(site, "ensemble or mode", names);
        return new MesoscopicSubject.ErgotropyOf(
                name, model.operator(Fields.scalar(energy, "energy").text()));
    }
}
