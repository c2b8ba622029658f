package io.chaoschapters.presenter;

import io.chaoschapters.doctor.Doctor;
import io.chaoschapters.runtime.Runtimes;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

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
    AtomicInteger cleaned = new AtomicInteger();
    List<String> problems =
        new Doctor(output, Runtimes.onClassPath().all())
            .clean(
                sentence -> {
                  cleaned.incrementAndGet();
                  out.println(sentence);
                });
    problems.forEach(out::println);
    if (!problems.isEmpty()) {
      throw new ShowFailedException("Not everything could be cleaned up; see above.");
    }
    if (cleaned.get() == 0) {
      out.println("Nothing is left of earlier runs.");
    }
    out.flush();
  }
}
