package io.chaoschapters.doctor;

import io.chaoschapters.runtime.Leftover;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.RuntimeProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * Finds what runs have left behind whose JVM is gone, and removes it.
 *
 * <p>Usually that is nothing: a guard process cleans up within two seconds. This is for when the
 * guard was ended as well, as by a machine that was switched off. What belongs to a run that goes
 * on is left alone.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Doctor {
  /** What the sentence about something that was removed begins with. */
  public static final String CLEANED = "Cleaned up: ";

  private final Path output;
  private final List<RuntimeProvider> runtimes;

  /**
   * Looks at nothing yet.
   *
   * @param output the folder under which runs leave their artefacts
   * @param runtimes where components may have been left
   */
  public Doctor(Path output, List<RuntimeProvider> runtimes) {
    this.output = output;
    this.runtimes = List.copyOf(runtimes);
  }

  /**
   * Removes what is left. A run is closed only when nothing that runs have started is left.
   *
   * @param tell is given a sentence for each
   * @return what could not be removed, one sentence each
   */
  public List<String> clean(Consumer<String> tell) {
    List<CutOffRun> runs = CutOffRun.in(output);
    List<Path> folders = runs.stream().map(CutOffRun::folder).toList();
    List<String> problems = new ArrayList<>();
    for (RuntimeProvider runtime : runtimes) {
      leftovers(runtime, folders, tell).forEach(leftover -> remove(leftover, tell, problems));
    }
    if (problems.isEmpty()) {
      runs.forEach(run -> remove(run.leftover(), tell, problems));
    }
    return problems;
  }

  /** Where a runtime cannot be used, nothing of it can have been left from here. */
  private static List<Leftover> leftovers(
      RuntimeProvider runtime, List<Path> folders, Consumer<String> tell) {
    try {
      return runtime.leftovers(folders);
    } catch (RuntimeFailureException e) {
      tell.accept("Not looked at: runtime %s. %s".formatted(runtime.id(), e.getMessage()));
      return List.of();
    }
  }

  private static void remove(Leftover leftover, Consumer<String> tell, List<String> problems) {
    try {
      leftover.remove();
      tell.accept(CLEANED + leftover.description() + ".");
    } catch (RuntimeFailureException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }
}
