package io.chaoschapters.junit;

import io.chaoschapters.journal.DiskReserve;
import io.chaoschapters.report.ChapterResult;
import io.chaoschapters.report.RunState;
import io.chaoschapters.report.RunSummary;
import io.chaoschapters.report.SummaryFile;
import io.chaoschapters.runtime.LastWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What came out of a run so far, on the disk at every moment.
 *
 * <p>Beside it lies what would be true if this JVM were gone the next moment; whoever cleans up
 * after it then puts that in its place.
 */
final class RunningSummary {
  private static final String NAME = "summary.json";

  private final Path run;
  private final DiskReserve reserve;
  private final BiFunction<List<ChapterResult>, RunState, RunSummary> make;
  private final List<ChapterResult> results = new ArrayList<>();
  private @Nullable UnderWay underWay;
  private boolean ended;

  /** A chapter that has not ended, as it is told while it goes on and when it never ends. */
  record UnderWay(ChapterResult now, ChapterResult cutOff) {}

  RunningSummary(Environment environment) {
    this(environment.folder().path(), environment.reserve(), environment::summary);
  }

  RunningSummary(
      Path run, DiskReserve reserve, BiFunction<List<ChapterResult>, RunState, RunSummary> make) {
    this.run = run;
    this.reserve = reserve;
    this.make = make;
  }

  /** The run has begun, and nothing has come out of it yet. */
  synchronized void begin() {
    keep();
  }

  /** A chapter begins. */
  synchronized void underWay(UnderWay chapter) {
    results.removeIf(earlier -> earlier.name().equals(chapter.now().name()));
    underWay = chapter;
    keep();
  }

  /** A chapter has ended; the second time it is played, its second result counts. */
  synchronized void finished(ChapterResult result) {
    results.removeIf(earlier -> earlier.name().equals(result.name()));
    results.add(result);
    underWay = null;
    keep();
  }

  /** Nothing more will come out of it. */
  synchronized void end(boolean cutOff) {
    if (cutOff && underWay != null) {
      results.add(underWay.cutOff());
    }
    underWay = null;
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

  synchronized List<ChapterResult> results() {
    return List.copyOf(results);
  }

  /** Where there is no room for it, what was prepared says at least that the run is over. */
  private void writeLast(RunState state) {
    try {
      write(run.resolve(NAME), results, state);
    } catch (UncheckedIOException e) {
      try {
        LastWords.of(run).speak();
      } catch (IOException more) {
        e.addSuppressed(more);
      }
      throw e;
    }
  }

  private void keep() {
    if (ended) {
      return; // A chapter on its way out after the run was ended has nothing to add.
    }
    UnderWay chapter = underWay;
    try {
      write(
          LastWords.of(run).prepared(NAME),
          with(chapter == null ? null : chapter.cutOff()),
          RunState.CUT_OFF);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + run + ". Is there free space left?", e);
    }
    write(run.resolve(NAME), with(chapter == null ? null : chapter.now()), RunState.RUNNING);
  }

  private List<ChapterResult> with(@Nullable ChapterResult last) {
    List<ChapterResult> all = new ArrayList<>(results);
    if (last != null) {
      all.add(last);
    }
    return all;
  }

  private void write(Path file, List<ChapterResult> chapters, RunState state) {
    RunSummary summary = make.apply(chapters, state);
    try {
      SummaryFile.write(file, summary);
    } catch (UncheckedIOException e) {
      reserve.spend();
      SummaryFile.write(file, summary);
    }
  }
}
