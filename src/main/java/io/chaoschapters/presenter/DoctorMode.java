package io.chaoschapters.presenter;

import io.chaoschapters.doctor.Doctor;
import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.runtime.installed.Runtimes;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lists and removes what killed runs have left behind. */
final class DoctorMode {
  private DoctorMode() {}

  /**
   * Prints a line for each.
   *
   * @throws ShowFailedException when something could not be removed
   */
  static void clean(Settings settings, PrintStream out) {
    Path output = Path.of(settings.text(KnownSettings.OUTPUT));
    List<String> told = new ArrayList<>();
    List<String> problems =
        new Doctor(output, Runtimes.onClassPath().all(), settings.text(KnownSettings.RUNTIME))
            .clean(told::add);
    told.forEach(out::println);
    problems.forEach(out::println);
    if (!problems.isEmpty()) {
      throw new ShowFailedException("Not everything could be cleaned up; see above.");
    }
    if (told.stream().noneMatch(sentence -> sentence.startsWith(Doctor.CLEANED))) {
      out.println("Nothing is left of earlier runs.");
    }
    out.flush();
  }
}
