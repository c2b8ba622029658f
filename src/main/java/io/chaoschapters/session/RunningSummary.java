package io.chaoschapters.session;

import io.chaoschapters.run.RunState;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.run.file.DiskReserve;
import io.chaoschapters.run.file.SummaryFile;
import io.chaoschapters.runtime.guard.LastWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * The results of a run so far, on the disk at every moment.
 *
 * <p>A second version is kept beside it, for the case that this JVM is killed; the guard or the
 * doctor then puts that in its place.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RunningSummary {
  private static final String NAME = "summary.json";

  private final Path run;
  private final DiskReserve reserve;
  private final Function<RunState, RunSummary> make;
  private boolean ended;

  public RunningSummary(Environment environment) {
    this(environment.folder().path(), environment.reserve(), environment::summary);
  }

  /**
   * Writes nothing yet.
   *
   * @param make the summary as it is now, of a run that has come so far
   */
  public RunningSummary(Path run, DiskReserve reserve, Function<RunState, RunSummary> make) {
    this.run = run;
    this.reserve = reserve;
    this.make = make;
  }

  /** Writes what is true now, and what will be if nothing more is written. */
  public synchronized void keep() {
    if (ended) {
      return; // A chapter on its way out after the run was ended has nothing to add.
    }
    try {
      write(LastWords.of(run).prepared(NAME), RunState.CUT_OFF);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + run + ". Is there free space left?", e);
    }
    write(run.resolve(NAME), RunState.RUNNING);
  }

  /** Nothing more will come out of it. */
  public synchronized void end(boolean cutOff) {
    if (!ended) {
      writeLast(cutOff ? RunState.CUT_OFF : RunState.ENDED);
      ended = true;
    }
    try {
      LastWords.of(run).withdraw();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove what " + run + " prepared for its end", e);
    }
  }

  /** On a full disk, the prepared summary says at least that the run is over. */
  private void writeLast(RunState state) {
    try {
      write(run.resolve(NAME), state);
    } catch (UncheckedIOException e) {
      try {
        LastWords.of(run).speak();
      } catch (IOException more) {
        e.addSuppressed(more);
      }
      throw e;
    }
  }

  private void write(Path file, RunState state) {
    RunSummary summary = make.apply(state);
    try {
      SummaryFile.write(file, summary);
    } catch (UncheckedIOException e) {
      reserve.spend();
      SummaryFile.write(file, summary);
    }
  }
}
