package org.escapement.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.escapement.study.run.Progress;

/**
 * Shows how far a run is: a bar with rate and remaining time on a terminal, one line at the beginning and end of each
 * sweep elsewhere.
 */
final class ProgressLine implements Progress {

    private final PrintWriter err;
    private final boolean terminal = Boolean.getBoolean("escapement.terminal");
    private final AtomicLong finished = new AtomicLong();
    private ProgressBar bar;
    private String run = "";
    private long total;
    private long begun;

    ProgressLine(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void begin(String name, long points, long alreadyDone) {
        run = name;
        total = points;
        begun = System.nanoTime();
        finished.set(alreadyDone);
        if (terminal) {
            bar = new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(points)
                    .startsFrom(alreadyDone, java.time.Duration.ZERO)
                    .showSpeed()
                    .setUnit(" points", 1)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .build();
        } else if (alreadyDone > 0) {
            err.println(name + ": going on from " + alreadyDone + " of " + points + " points");
            err.flush();
        }
    }

    @Override
    public void done(long points) {
        finished.addAndGet(points);
        if (bar != null) bar.stepBy(points);
    }

    @Override
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        } else {
            double seconds = (System.nanoTime() - begun) / 1e9;
            err.printf(java.util.Locale.ROOT, "%s: %d points in %.1f s%n", run, total, seconds);
            err.flush();
        }
    }

    /** Points committed so far, for the message of an interrupted run. */
    long finished() {
        return finished.get();
    }
}
