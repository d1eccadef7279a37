package org.escapement.app.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code escapement}. */
@Command(
        name = "escapement",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Quantum machines made of many identical parts: one model file, every level of description.",
        subcommands = {
            CheckCommand.class,
            InfoCommand.class,
            DeriveCommand.class,
            EvaluateCommand.class,
            RunCommand.class,
            PlotCommand.class,
            ExportCommand.class,
            ReproduceCommand.class,
            VerifyCommand.class
        },
        footer = {
            "",
            "Example:",
            "  escapement reproduce coupled-btc 2a --quick",
            "",
            "escapement COMMAND --help shows an example for each."
        })
public final class Main implements Runnable {

    private final CommandLine commandLine = new CommandLine(this);

    private Main() {}

    /** Runs one command and leaves with its exit code: 0 success, 1 a negative result, 2 wrong usage, 3 bad input. */
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /** Runs one command and returns its exit code. */
    public static int execute(String... arguments) {
        return execute(new Main().commandLine, arguments);
    }

    /** The same, writing what would go to the terminal to the given places. */
    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        return execute(new Main().commandLine.setOut(out).setErr(err), arguments);
    }

    private static int execute(CommandLine line, String... arguments) {
        line.setExecutionExceptionHandler(new Failures());
        line.setParameterExceptionHandler(new WrongUsage());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(arguments);
    }

    @Override
    public void run() {
        commandLine.usage(commandLine.getOut());
    }
}
