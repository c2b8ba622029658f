package io.chaoschapters.safety.matrix;

import io.chaoschapters.doctor.Doctor;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.RunState;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.runtime.installed.Runtimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks at what is left once a victim has ended; each thing that is wrong is a sentence. */
final class Aftermath {
  private final Cell cell;
  private final RunFiles files;
  private final Traces traces;
  private final List<String> problems = new ArrayList<>();

  /**
   * Made while the victim is alive.
   *
   * @param jvm its JVM
   */
  Aftermath(Cell cell, Path folder, RunFiles files, ProcessHandle jvm) throws Exception {
    this.cell = cell;
    this.files = new RunFiles(files.folder().toRealPath());
    this.traces = new Traces(cell.runtime(), folder, files.owner(), jvm);
  }

  /** Call once the JVM is gone. */
  List<String> look() throws Exception {
    problems.addAll(traces.left());
    files.litter().forEach(name -> problems.add("left in the run's folder: " + name));
    journal();
    summary();
    ledger();
    return problems;
  }

  private void check(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }

  /** What cannot be read may only be a last line that was cut off. */
  private void journal() throws IOException {
    int unreadable = files.journal().unreadableLines();
    boolean isCut = !Files.readString(files.folder().resolve("journal.jsonl")).endsWith("\n");
    check(unreadable <= (isCut ? 1 : 0), unreadable + " lines of the journal are unreadable");
  }

  private void summary() {
    RunSummary summary = files.summary();
    switch (cell.way()) {
      case CTRL_C,
          CTRL_C_TWICE,
          CTRL_C_OF_BUILD,
          CTRL_C_TWICE_OF_BUILD,
          SIGTERM,
          SIGHUP,
          SIGKILL,
          SIGKILL_THEN_DOCTOR,
          SIGKILL_THEN_START,
          SIGKILL_OF_MAVEN -> {
        // A presenter who says yes leaves in good order.
        RunState state = cell.way() == Way.CTRL_C ? RunState.ENDED : RunState.CUT_OFF;
        check(summary.state() == state, "the summary says " + summary.state());
        ChapterResult last = summary.chapters().get(summary.chapters().size() - 1);
        check(
            last.verdict() == ChapterVerdict.UNKNOWN, "the summary's chapter is " + last.verdict());
      }
      default -> {
        check(summary.state() == RunState.ENDED, "the summary says " + summary.state());
        check(summary.chapters().size() == 2, "chapters: " + summary.chapters());
        ChapterResult second = summary.chapters().get(summary.chapters().size() - 1);
        check(
            second.verdict() == ChapterVerdict.SKIPPED,
            "the next chapter was played: " + second.verdict() + " " + second.reason());
        first(summary.chapters().get(0));
        check(
            cell.way() != Way.DISK_FULL || second.reason().contains("the disk is full"),
            "the full disk is told as " + second.reason());
      }
    }
  }

  private void first(ChapterResult first) {
    switch (cell.way()) {
      case ROLLBACK_FAILS ->
          check(
              first.recovery() == RecoveryOutcome.ROLLBACK_FAILED,
              "the failed rollback is told as " + first.recovery());
      case GONE_FOR_GOOD ->
          check(
              first.recovery() != RecoveryOutcome.RECOVERED
                  && first.verdict() != ChapterVerdict.PASS,
              "the chapter is told as " + first.verdict() + ", " + first.recovery());
      case DISK_FULL -> {} // it may end well in the room that was kept
      default -> throw new IllegalStateException("not a way out of a run: " + cell.way());
    }
  }

  /** Whoever is killed cannot write any more; the next start does. */
  private void ledger() throws IOException {
    boolean killed = cell.way() == Way.SIGKILL;
    check(killed || files.pending().isEmpty(), "still to be undone: " + files.pending());
    Path output = files.folder().getParent().getParent();
    List<String> told = new ArrayList<>();
    problems.addAll(new Doctor(output, Runtimes.onClassPath().all()).clean(told::add));
    boolean seen = told.stream().anyMatch(line -> line.contains(files.folder().toString()));
    check(!killed || seen, "the doctor has seen no run that was cut off");
    if (killed) {
      check(files.pending().isEmpty(), "to be undone after the doctor: " + files.pending());
    }
    check(!Files.exists(files.folder().resolve("owner")), "the run still has an owner");
  }
}
