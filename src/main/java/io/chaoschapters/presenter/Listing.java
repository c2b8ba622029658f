package io.chaoschapters.presenter;

import io.chaoschapters.chaos.Experiment;
import io.chaoschapters.chaos.ExperimentFile;
import io.chaoschapters.diagnosis.Diagnosers;
import io.chaoschapters.junit.ChapterInfo;
import io.chaoschapters.junit.ChapterPlan;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.Subjects;
import java.io.PrintStream;
import java.util.List;

/** Prints the subjects, their chapters and experiments, and the diagnosers. */
final class Listing {
  private Listing() {}

  static void print(PrintStream out) {
    List<ChapterPlan> plans = ChapterClasses.all();
    for (Subject subject : Subjects.all()) {
      out.printf("subject %s: %s%n", subject.id(), subject.title());
      plans.stream()
          .filter(plan -> plan.subject().equals(subject.id()))
          .forEach(plan -> chapters(plan, out));
      out.println("  experiments in chaos/" + subject.id() + ".yaml");
      for (Experiment experiment : ExperimentFile.load(subject).experiments()) {
        out.printf("    %-26s %s%n", experiment.name(), experiment.description());
      }
      out.println();
    }
    out.println("diagnosers: " + String.join(", ", Diagnosers.known()));
    out.flush();
  }

  private static void chapters(ChapterPlan plan, PrintStream out) {
    out.println("  chapters in " + plan.type().getName());
    for (ChapterInfo info : plan.chapters()) {
      out.printf(
          "    %2d  %s%s%n",
          info.chapter().order(),
          info.chapter().title(),
          info.experiment().map(name -> "  [" + name + "]").orElse(""));
    }
  }
}
