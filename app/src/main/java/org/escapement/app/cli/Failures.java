package org.escapement.app.cli;

import org.escapement.data.StoreException;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.model.ModelException;
import org.escapement.numerics.ConvergenceException;
import org.escapement.plot.FigureException;
import org.escapement.yaml.SourceException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** One clear sentence for what a user can mend; a stack trace only for what is our fault. */
final class Failures implements IExecutionExceptionHandler {

    static final int BAD_INPUT = 3;
    private static final int INTERNAL = 70;

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult result) {
        boolean mendable = e instanceof SourceException
                || e instanceof ModelException
                || e instanceof NotApplicableException
                || e instanceof ConvergenceException
                || e instanceof StoreException
                || e instanceof FigureException;
        if (mendable) {
            line.getErr().println("error: " + e.getMessage());
            return BAD_INPUT;
        }
        line.getErr().println("This is a fault of the program, not of your input; please report it with these lines:");
        e.printStackTrace(line.getErr());
        return INTERNAL;
    }
}
