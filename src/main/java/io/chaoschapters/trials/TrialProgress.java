package io.chaoschapters.trials;

import io.chaoschapters.report.trials.TrialAnswer;
import io.chaoschapters.report.trials.TrialHeader;
import io.chaoschapters.report.trials.TrialOutcome;
import io.chaoschapters.report.trials.TrialResult;
import io.chaoschapters.report.trials.TrialTable;
import io.chaoschapters.report.trials.TrialText;
import io.chaoschapters.run.AnswerMarks;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.file.JournalListener;
import io.chaoschapters.text.RootLocale;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Prints a line a trial: what came out of it, what is left, and for how long. */
final class TrialProgress implements JournalListener {
  private final PrintStream out;
  private final TrialPlan plan;
  private final TimeLeft timeLeft;
  private final Set<String> diagnosers;
  private final Set<String> said = ConcurrentHashMap.newKeySet();
  private int done;

  TrialProgress(PrintStream out, TrialPlan plan, TrialSeries series, int clusters) {
    this.out = out;
    this.plan = plan;
    this.timeLeft = new TimeLeft(plan, series.earlier(), clusters);
    this.diagnosers =
        series.header().diagnosers().stream()
            .filter(asked -> !asked.baseline())
            .map(TrialHeader.Asked::id)
            .collect(Collectors.toSet());
    this.done = series.earlier().size();
  }

  void begins(TrialSeries series) {
    TrialHeader header = series.header();
    print(
        RootLocale.format(
            "%d trials of %s: %d experiments, each %d times; seed %d; about %s.",
            header.planned(),
            header.subject(),
            header.experiments().size(),
            header.repetitions(),
            header.seed(),
            timeLeft.words()));
    if (!plan.note().isEmpty()) {
      print(plan.note());
    }
    if (!series.earlier().isEmpty()) {
      print(
          RootLocale.format(
              "Going on with the trials in %s: %d are done. -Dtrials.resume=no begins anew.",
              series.folder(), done));
    }
  }

  /** What a run reports outside of its trials; the same report of several runs, once. */
  @Override
  public void on(JournalEntry entry) {
    if (entry.event() instanceof RunEvent.Started started) {
      printOnce(RootLocale.format("Runtime: %s (%s).", started.runtime(), started.reason()));
      printOnce(started.standIn() == null ? "" : "Stand-in: " + started.standIn() + ".");
    } else if (entry.event() instanceof RunEvent.Note note) {
      printOnce("Note: " + note.text());
    }
  }

  synchronized void made(Trial trial, TrialResult result) {
    done++;
    timeLeft.made(result);
    int left = plan.trials().size() - done;
    print(
        RootLocale.format(
            "%4d/%d  %s (%s)  %s  %s",
            done,
            plan.trials().size(),
            trial.experiment().name(),
            trial.experiment().expected().words(),
            words(result),
            left == 0
                ? "none left"
                : RootLocale.format("%d left, about %s", left, timeLeft.words())));
  }

  private String words(TrialResult result) {
    if (result.answers().isEmpty() || result.outcome() != TrialOutcome.MEASURED) {
      return result.outcome().words() + ": " + result.reason();
    }
    return result.answers().stream()
            .filter(answer -> diagnosers.contains(answer.diagnoser()))
            .map(TrialProgress::words)
            .collect(Collectors.joining("  "))
        + (isLate(result) ? ", asked after the fault" : "");
  }

  private static boolean isLate(TrialResult result) {
    AnswerMarks marks = result.marks();
    return marks != null && marks.afterFault();
  }

  private static String words(TrialAnswer answer) {
    if (answer.grade() == null) {
      return answer.diagnoser() + " gave no answer: " + answer.reason();
    }
    return switch (answer.grade()) {
      case RIGHT -> answer.diagnoser() + " right";
      default ->
          RootLocale.format(
              "%s %s (%s)",
              answer.diagnoser(),
              answer.grade().name().toLowerCase(Locale.ROOT).replace('_', ' '),
              answer.answered());
    };
  }

  void ends(TrialTable table, Path folder, List<String> comparison) {
    out.println();
    TrialText.lines(table).forEach(out::println);
    out.println();
    comparison.forEach(out::println);
    print("trials: " + folder);
  }

  private void printOnce(String line) {
    if (said.add(line)) {
      print(line);
    }
  }

  private void print(String line) {
    if (!line.isEmpty()) {
      out.println(line);
      out.flush();
    }
  }
}
