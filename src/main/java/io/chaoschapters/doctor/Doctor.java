package io.chaoschapters.doctor;

import io.chaoschapters.runtime.Leftover;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.RuntimeProvider;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.function.Consumer;
import java.util.function.Predicate;
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
  private final Predicate<RuntimeProvider> always;

  /**
   * Looks at nothing yet.
   *
   * @param output the folder under which runs leave their artifacts
   * @param runtimes where components may have been left; each is searched that {@code auto} may
   *     choose, and each that a run was on that was cut off
   */
  public Doctor(Path output, List<RuntimeProvider> runtimes) {
    this(output, runtimes, RuntimeProvider::chosenByAuto);
  }

  /**
   * As above, with one more runtime to search.
   *
   * @param asked the id of the runtime that the user has asked for
   */
  public Doctor(Path output, List<RuntimeProvider> runtimes, String asked) {
    this(output, runtimes, runtime -> runtime.chosenByAuto() || runtime.id().equals(asked));
  }

  private Doctor(Path output, List<RuntimeProvider> runtimes, Predicate<RuntimeProvider> always) {
    this.output = output;
    this.runtimes = List.copyOf(runtimes);
    this.always = always;
  }

  /**
   * One for the start of a run. It searches where that run is to be, and where runs that were cut
   * off have been: an engine that none of them needs is not asked, because it may be slow or
   * absent.
   *
   * @param runtimes all that there are
   * @param chosen where the run is to be
   */
  public static Doctor atStart(
      Path output, List<RuntimeProvider> runtimes, RuntimeProvider chosen) {
    return new Doctor(output, runtimes, runtime -> runtime.id().equals(chosen.id()));
  }

  /**
   * Removes what is left. A run is closed only when nothing that runs have started is left, and
   * when its own runtime could be searched for it.
   *
   * @param tell is given a sentence for each
   * @return what could not be removed or closed, one sentence each
   */
  public List<String> clean(Consumer<String> tell) {
    List<CutOffRun> runs = CutOffRun.in(output);
    List<Path> folders = runs.stream().map(CutOffRun::folder).toList();
    List<String> problems = new ArrayList<>();
    Searched searched = new Searched();
    for (RuntimeProvider runtime : runtimes) {
      if (always.test(runtime) || runs.stream().anyMatch(run -> mayHaveUsed(run, runtime))) {
        leftovers(runtime, folders, searched).forEach(leftover -> remove(leftover, tell, problems));
      }
    }
    if (problems.isEmpty()) {
      runs.forEach(run -> close(run, searched, tell, problems));
    }
    if (problems.isEmpty()) { // else it says so itself, or there is worse to be told
      searched.obstacles().forEach(tell);
    }
    return problems;
  }

  private static boolean mayHaveUsed(CutOffRun run, RuntimeProvider runtime) {
    String used = run.note().runtime();
    return used.isEmpty() || used.equals(runtime.id());
  }

  private static List<Leftover> leftovers(
      RuntimeProvider runtime, List<Path> folders, Searched searched) {
    try {
      String place = runtime.place();
      List<Leftover> found = runtime.leftovers(folders);
      searched.in(runtime, place);
      return found;
    } catch (RuntimeFailureException e) {
      searched.notIn(runtime, Failure.words(e));
      return List.of();
    } catch (Exception | LinkageError | ServiceConfigurationError e) {
      // Libraries that a runtime asks read settings of their own, and may throw anything.
      searched.notIn(runtime, e.toString());
      return List.of();
    }
  }

  /** Its ledger must not say "undone" while a frozen component may be left somewhere. */
  private static void close(
      CutOffRun run, Searched searched, Consumer<String> tell, List<String> problems) {
    Optional<String> doubt = searched.doubt(run);
    if (doubt.isEmpty()) {
      remove(run.leftover(), tell, problems);
    } else {
      problems.add(
          RootLocale.format(
              "Run %s was cut off and is left open, because %s. Put that right and use -Dmode=doctor, or remove the folder when nothing of it can be left.",
              run.folder(), doubt.get()));
    }
  }

  private static void remove(Leftover leftover, Consumer<String> tell, List<String> problems) {
    try {
      leftover.remove();
      tell.accept(CLEANED + leftover.description() + ".");
    } catch (RuntimeFailureException e) {
      problems.add(Failure.words(e));
    }
  }
}
