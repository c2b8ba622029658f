package io.chaoschapters.presenter.live;

import io.chaoschapters.diagnosis.Diagnosers;
import io.chaoschapters.junit.ChapterPlan;
import io.chaoschapters.library.JUnitVersion;
import io.chaoschapters.presenter.mode.ChapterClasses;
import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.runtime.installed.Runtimes;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Setting;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.installed.Subjects;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds mistakes in the settings of a show before anything is started. */
final class Preflight {
  private static final List<Setting> CHOICES = List.of(KnownSettings.THEME, KnownSettings.SYMBOLS);

  private final Settings settings;

  Preflight(Settings settings) {
    this.settings = settings;
  }

  /** Asks for each setting that has a few values only; quick. */
  void checkChoices() {
    JUnitVersion.problem(ExtensionContext.class)
        .ifPresent(
            problem -> {
              throw new ShowFailedException(problem);
            });
    CHOICES.forEach(settings::value);
    settings.milliseconds(KnownSettings.POLL);
    Runtimes.onClassPath().check(settings);
  }

  /** Asks for each diagnoser, which is only used once a chapter needs it. */
  void checkDiagnosers() {
    Diagnosers.asked(settings).forEach(id -> Diagnosers.open(id, settings).close());
  }

  /** The chapters that are wanted. */
  ChapterPlan plan() {
    String wanted = settings.text(KnownSettings.SUBJECT);
    if (!wanted.isEmpty()) {
      Subjects.find(wanted);
    }
    return ChapterClasses.all().stream()
        .filter(plan -> wanted.isEmpty() || plan.subject().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new ShowFailedException(
                    RootLocale.format(
                        "No chapters%s: there is no class whose name ends in Chapters with @ChaosDemo on the class path.",
                        wanted.isEmpty() ? "" : " of subject '" + wanted + "'")));
  }

  /** The index of the chapter at which the show starts. */
  int first(ChapterPlan plan) {
    String number = settings.text(KnownSettings.CHAPTER);
    for (int i = 0; i < plan.chapters().size(); i++) {
      if (number.equals(Integer.toString(i + 1))) {
        return i;
      }
    }
    throw new ShowFailedException(
        RootLocale.format(
            "No chapter '%s'. Use -Dchapter=<1 to %d>; -Dmode=list shows them.",
            number, plan.chapters().size()));
  }
}
