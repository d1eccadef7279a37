package org.escapement.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.meanfield.MeanField;
import org.escapement.dynamics.meanfield.MeanFieldEquations;
import org.escapement.model.Model;
import org.escapement.model.OpenSystem;
import org.escapement.model.Parameter;
import org.escapement.model.network.NetworkModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code escapement info}: what a model contains and which levels can serve it. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = "Print what a model contains and which levels of description can serve it.",
        footer = {
            "",
            "Examples:",
            "  escapement info coupled-btc",
            "  escapement info heat-engine --set N=20",
            "  escapement info optomech-engine --set N=4 --cut-off cavity=20"
        })
final class InfoCommand implements Callable<Integer> {

    @Parameters(paramLabel = "MODEL", description = "a model file, or the name of a paper")
    private String model;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "point at which finite N is looked at")
    private List<String> set = new ArrayList<>();

    @Option(
            names = "--cut-off",
            paramLabel = "MODE=LEVELS",
            description = "number of Fock states of each mode, separated by commas")
    private List<String> cutOff = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Model any = ModelSource.read(model);
        PrintWriter out = spec.commandLine().getOut();
        out.println(any.name());
        if (!any.about().isEmpty()) out.println("  " + any.about());
        out.println("digest     " + any.digest().substring(0, 16));
        parameters(out, any);
        if (any instanceof NetworkModel network) network(out, network);
        else system(out, OpenSystem.of(any));
        return 0;
    }

    private static void network(PrintWriter out, NetworkModel m) {
        m.oscillators().forEach(o -> out.println("oscillator " + o.name()));
        m.baths()
                .forEach(b -> out.println(
                        "bath       " + b.name() + ", " + b.density().shape() + ", at "
                                + b.temperature().text() + ", coupled to "
                                + String.join(", ", b.couplings().keySet())));
        m.driveFrequency().ifPresent(e -> out.println("drive      " + e.text()));
        out.println("level      static response, second order in the modulated couplings, all orders");
    }

    private void system(PrintWriter out, OpenSystem m) {
        m.ensembles()
                .forEach(e -> out.println("spin       " + e.name() + ", letters in the convention "
                        + e.convention().text()));
        m.modes().forEach(x -> out.println("mode       " + x.name()));
        m.oscillators().forEach(o -> out.println("oscillator " + o.name()));
        m.hamiltonian()
                .forEach(t -> out.println("term       " + t.name()
                        + (t.role() == org.escapement.model.HamiltonianTerm.Role.DRIVE ? " (drive)" : "")));
        m.jumps()
                .forEach(j -> out.println("jump       " + j.name() + " into " + j.bath()
                        + (j.scope() == org.escapement.model.JumpOperator.Scope.INDIVIDUAL ? ", each atom" : "")));
        m.states().keySet().forEach(s -> out.println("state      " + s));
        m.quantities()
                .values()
                .forEach(q -> out.println(
                        "quantity   " + q.name() + described(q.meaning().orElse(""))));
        m.closedForms()
                .values()
                .forEach(q -> out.println(
                        "number     " + q.name() + described(q.meaning().orElse(""))));
        m.thresholds()
                .values()
                .forEach(q -> out.println(
                        "number     " + q.name() + described(q.meaning().orElse(""))));
        levels(out, m);
        FiniteSizeReport.print(out, m, Assignments.parse(set), EvaluateCommand.cutOffs(cutOff));
    }

    private static void parameters(PrintWriter out, Model m) {
        for (Parameter p : m.parameters().values()) {
            String preset = p.preset().isPresent() ? " = " + p.preset().getAsDouble() : " (must be given)";
            out.println(
                    "parameter  " + p.name() + preset + described(p.meaning().orElse("")));
        }
    }

    private static String described(String meaning) {
        return meaning.isEmpty() ? "" : ": " + meaning;
    }

    private static void levels(PrintWriter out, OpenSystem m) {
        try {
            MeanFieldEquations equations = MeanField.derive(m);
            out.println("level      mean field: " + equations.names().size() + " real variables");
            equations.warnings().forEach(w -> out.println("           " + w));
        } catch (NotApplicableException e) {
            out.println("level      mean field: no, " + e.getMessage());
        }
    }
}
