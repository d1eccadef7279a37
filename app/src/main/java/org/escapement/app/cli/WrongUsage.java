package org.escapement.app.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One line about a wrong argument, the nearest valid one, and where to read more. */
final class WrongUsage implements IParameterExceptionHandler {

    private static final int USAGE = 2;

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        Optional<String> unknown = line.getUnmatchedArguments().stream()
                .filter(a -> a.startsWith("-"))
                .findFirst();
        if (e instanceof MissingParameterException && unknown.isPresent()) {
            // A misspelt option is why the right one is missing.
            return new WrongUsage()
                    .handleParseException(new UnmatchedArgumentException(line, List.of(unknown.get())), arguments);
        }
        line.getErr().println("error: " + e.getMessage().lines().findFirst().orElse("wrong usage"));
        UnmatchedArgumentException.printSuggestions(e, line.getErr());
        line.getErr().println("See '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return USAGE;
    }
}
