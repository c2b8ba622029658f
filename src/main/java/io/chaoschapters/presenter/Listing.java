package io.chaoschapters.presenter;

import io.chaoschapters.chaos.experiment.Experiment;
import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.chaos.experiment.InvalidExperimentException;
import io.chaoschapters.diagnosis.Diagnosers;
import io.chaoschapters.junit.ChapterInfo;
import io.chaoschapters.junit.ChapterPlan;
import io.chaoschapters.presenter.mode.ChapterClasses;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.installed.Subjects;
import io.chaoschapters.text.Failure;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints the subjects, their chapters and experiments, and the diagnosers. */
final class Listing {
  private Listing() {}

  static void print(Settings settings, PrintStream out) {
    String wanted = settings.text(KnownSettings.SUBJECT);
    List<ChapterPlan> plans = ChapterClasses.all();
    for (Subject<?> subject :
        wanted.isEmpty() ? Subjects.all() : List.<Subject<?>>of(Subjects.find(wanted))) {
      List<ChapterPlan> played =
          plans.stream().filter(plan -> plan.subject().equals(subject.id())).toList();
      out.printf(Locale.ROOT, "subject %s: %s%n", subject.id(), subject.title());
      if (played.isEmpty()) {
        out.println("  no chapters on the class path");
      } else {
        played.forEach(plan -> chapters(plan, out));
        experiments(subject, out);
      }
      out.println();
    }
    out.println("diagnosers: " + String.join(", ", Diagnosers.known()));
    out.flush();
  }

  private static void experiments(Subject<?> subject, PrintStream out) {
    List<Experiment> experiments;
    try {
      experiments = ExperimentFile.load(subject).experiments();
    } catch (InvalidExperimentException e) {
      Failure.words(e).lines().forEach(mistake -> out.println("  mistake: " + mistake));
      return;
    }
    int columns = experiments.stream().mapToInt(e -> e.name().length()).max().orElse(1);
    out.println("  experiments in chaos/" + subject.id() + ".yaml");
    for (Experiment experiment : experiments) {
      out.printf(
          Locale.ROOT, "    %-" + columns + "s  %s%n", experiment.name(), experiment.description());
    }
  }

  private static void chapters(ChapterPlan plan, PrintStream out) {
    out.println("  chapters in " + plan.type().getName());
    for (ChapterInfo info : plan.chapters()) {
      out.printf(
          Locale.ROOT,
          "    %2d  %s%s%n",
          info.chapter().order(),
          info.chapter().title(),
          info.experiment().map(name -> "  [" + name + "]").orElse(""));
    }
  }
}
