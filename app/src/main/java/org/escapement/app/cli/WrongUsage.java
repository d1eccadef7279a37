package org.escapement.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One line about a wrong argument, the nearest valid one, and where to read more. */
final class WrongUsage implements IParameterExceptionHandler {

    private static final int USAGE = 2;

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        line.getErr().println("error: " + e.getMessage().lines().findFirst().orElse("wrong usage"));
        UnmatchedArgumentException.printSuggestions(e, line.getErr());
        line.getErr().println("See '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return USAGE;
    }
}
