package io.chaoschapters.presenter;

import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.check.SubjectCheck;
import io.chaoschapters.junit.ChapterPlan;
import io.chaoschapters.presenter.mode.ChapterClasses;
import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.session.ForbiddenPhrasesBuilder;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.installed.Subjects;
import io.chaoschapters.text.RootLocale;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Reports the mistakes of subjects and their experiments without starting anything. */
final class CheckMode {
  private CheckMode() {}

  /**
   * Checks the subject that the settings name, or every one.
   *
   * @throws ShowFailedException when there is a mistake; a warning is none
   */
  static void run(Settings settings, PrintStream out) {
    String wanted = settings.text(KnownSettings.SUBJECT);
    List<Subject<?>> subjects = wanted.isEmpty() ? Subjects.all() : List.of(Subjects.find(wanted));
    List<ChapterPlan> plans = ChapterClasses.all();
    int errors = 0;
    for (Subject<?> subject : subjects) {
      SubjectCheck.Result found = SubjectCheck.of(subject);
      out.println("subject " + subject.id() + ": " + subject.title());
      List<String> mistakes = new ArrayList<>(found.errors());
      List<String> warnings = new ArrayList<>(found.warnings());
      if (mistakes.isEmpty()) {
        mistakes.addAll(
            ForbiddenPhrasesBuilder.told(subject, ExperimentFile.load(subject).experiments()));
      }
      plans.stream()
          .filter(plan -> plan.subject().equals(subject.id()))
          .forEach(
              plan -> {
                mistakes.addAll(plan.mistakes(subject));
                warnings.addAll(plan.warnings(subject));
              });
      mistakes.forEach(sentence -> out.println("  error: " + sentence));
      warnings.forEach(sentence -> out.println("  warning: " + sentence));
      if (mistakes.isEmpty() && warnings.isEmpty()) {
        out.println("  nothing to mend");
      }
      errors += mistakes.size();
    }
    out.flush();
    if (errors > 0) {
      throw new ShowFailedException(
          RootLocale.format("%d %s to mend.", errors, errors == 1 ? "error" : "errors"));
    }
  }
}
