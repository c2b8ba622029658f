package io.chaoschapters.presenter;

import io.chaoschapters.check.SubjectCheck;
import io.chaoschapters.diagnosis.Diagnosers;
import io.chaoschapters.junit.ChapterPlan;
import io.chaoschapters.presenter.mode.ChapterClasses;
import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.runtime.installed.Runtimes;
import io.chaoschapters.session.ForbiddenPhrasesBuilder;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.installed.InvalidSubjectException;
import io.chaoschapters.subject.installed.Subjects;
import io.chaoschapters.subject.installed.UnknownSubjectException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports the mistakes of settings, subjects, experiments and chapters; starts nothing. */
final class CheckMode {
  private CheckMode() {}

  /**
   * Checks the subject that the settings name, or every one.
   *
   * @throws ShowFailedException when there is a mistake, or nothing to check; a warning is none
   */
  static void run(Settings settings, PrintStream out) {
    settings.all().forEach(value -> settings.value(value.setting()));
    settings.milliseconds(KnownSettings.POLL);
    Runtimes.onClassPath().check(settings);
    Diagnosers.check(settings);
    String wanted = settings.text(KnownSettings.SUBJECT);
    List<Subject<?>> subjects = subjects(wanted, out);
    List<ChapterPlan> plans = ChapterClasses.all();
    if (subjects.isEmpty() && plans.isEmpty()) {
      throw new ShowFailedException(
          "Nothing to check: the class path has no subject and no class whose name ends in Chapters with @ChaosDemo. Compile first (mvn test-compile), and put the subject into src/main/resources/subjects/<id>.yaml.");
    }
    int errors = wanted.isEmpty() ? withoutSubject(plans, subjects, out) : 0;
    for (Subject<?> subject : subjects) {
      SubjectCheck.Result found = SubjectCheck.of(subject);
      boolean played = plans.stream().anyMatch(plan -> plan.subject().equals(subject.id()));
      out.println(
          RootLocale.format(
              "subject %s: %s%s",
              subject.id(), subject.title(), played ? "" : " (no chapters on the class path)"));
      List<String> mistakes = new ArrayList<>(found.errors());
      List<String> warnings = new ArrayList<>(found.warnings());
      if (mistakes.isEmpty()) {
        found
            .experiments()
            .ifPresent(
                file -> mistakes.addAll(ForbiddenPhrasesBuilder.told(subject, file.experiments())));
      }
      plans.stream()
          .filter(plan -> plan.subject().equals(subject.id()))
          .forEach(
              plan -> {
                mistakes.addAll(plan.mistakes(subject, found.experiments()));
                warnings.addAll(plan.warnings(subject, found.experiments()));
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

  /** What a subject's file cannot mean is a line each, as are the mistakes of its experiments. */
  private static List<Subject<?>> subjects(String wanted, PrintStream out) {
    try {
      return wanted.isEmpty() ? Subjects.all() : List.of(Subjects.find(wanted));
    } catch (InvalidSubjectException e) {
      Failure.words(e).lines().forEach(sentence -> out.println("  error: " + sentence));
      throw new ShowFailedException(
          "Errors in a subject to mend; experiments and chapters are checked after that.");
    }
  }

  /** Chapters of a subject that is not there are in no list below a subject. */
  private static int withoutSubject(
      List<ChapterPlan> plans, List<Subject<?>> subjects, PrintStream out) {
    Set<String> known = subjects.stream().map(Subject::id).collect(Collectors.toSet());
    List<ChapterPlan> lost =
        plans.stream().filter(plan -> !known.contains(plan.subject())).toList();
    for (ChapterPlan plan : lost) {
      out.println("chapters " + plan.type().getName());
      try {
        Subjects.find(plan.subject());
      } catch (UnknownSubjectException e) {
        out.println("  error: " + Failure.words(e));
      }
    }
    return lost.size();
  }
}
