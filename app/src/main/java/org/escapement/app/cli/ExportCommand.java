package org.escapement.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.escapement.data.Dataset;
import org.escapement.data.Variable;
import org.escapement.data.format.csv.CsvExport;
import org.escapement.data.format.json.JsonExport;
import org.escapement.data.format.zarr.DatasetStore;
import org.escapement.expression.NearestWord;
import org.escapement.model.ModelException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code escapement export}: writes stored data in another format. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write stored data as CSV (one row for each point) or JSON, by the ending of the file.",
        footer = {"", "Example:", "  escapement export runs/ring/main.zarr ring.csv"})
final class ExportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "STORE", description = "a directory ending in .zarr")
    private Path store;

    @Parameters(index = "1", paramLabel = "FILE", description = "a file ending in .csv or .json")
    private Path file;

    @Option(names = "--variables", paramLabel = "A,B", split = ",", description = "only these (CSV)")
    private List<String> variables;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Dataset data = DatasetStore.read(store);
        requireVariables(data);
        String name = file.getFileName().toString();
        if (name.endsWith(".csv")) {
            if (variables == null) CsvExport.write(data, file);
            else CsvExport.write(data, variables, file);
        } else if (name.endsWith(".json")) {
            if (variables != null) {
                throw new ParameterException(spec.commandLine(), "--variables chooses columns of a CSV file");
            }
            JsonExport.write(data, file);
        } else {
            throw new ModelException("'" + file + "': let the name end in .csv or .json");
        }
        spec.commandLine().getErr().println("written: " + file);
        return 0;
    }

    private void requireVariables(Dataset data) {
        if (variables == null) return;
        List<String> known =
                data.schema().variables().stream().map(Variable::name).toList();
        for (String variable : variables) {
            if (!known.contains(variable)) {
                throw new ModelException(
                        "'" + store + "' has no variable '" + variable + "'" + NearestWord.hint(variable, known));
            }
        }
    }
}
