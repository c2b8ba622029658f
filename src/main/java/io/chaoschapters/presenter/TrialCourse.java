package io.chaoschapters.presenter;

import io.chaoschapters.presenter.mode.Sentence;
import io.chaoschapters.presenter.mode.ShowFailedException;
import io.chaoschapters.report.TrialCoursePage;
import io.chaoschapters.report.TrialCoursePage.Point;
import io.chaoschapters.report.TrialCoursePage.Section;
import io.chaoschapters.report.baseline.Baseline;
import io.chaoschapters.report.baseline.BaselineException;
import io.chaoschapters.report.baseline.BaselineFile;
import io.chaoschapters.report.baseline.Tally;
import io.chaoschapters.report.trials.Proportion;
import io.chaoschapters.report.trials.Times;
import io.chaoschapters.settings.BaselineSettings;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a page of how diagnosers have done over time from a folder of baselines. */
final class TrialCourse {
  private TrialCourse() {}

  static void write(Settings settings, PrintStream out) {
    String name = settings.text(BaselineSettings.HISTORY);
    if (name.isEmpty() || !Files.isDirectory(Path.of(name))) {
      throw new ShowFailedException(
          RootLocale.format(
              "No folder '%s' of baselines. Use -Dmode=course -Dbaselines=<a folder of baseline files>.",
              name));
    }
    Map<String, List<Baseline>> sections = new LinkedHashMap<>();
    read(Path.of(name), out)
        .forEach(
            baseline ->
                sections.computeIfAbsent(title(baseline), t -> new ArrayList<>()).add(baseline));
    if (sections.isEmpty()) {
      throw new ShowFailedException(
          RootLocale.format("There is no baseline in '%s' that can be read.", name));
    }
    List<Section> shown =
        sections.entrySet().stream()
            .map(
                section ->
                    new Section(
                        section.getKey(),
                        section.getValue().stream().map(TrialCourse::point).toList()))
            .toList();
    out.println(
        "page: " + TrialCoursePage.write(Path.of(settings.text(KnownSettings.OUTPUT)), shown));
  }

  /** Oldest first; what cannot be read is reported and left out. */
  private static List<Baseline> read(Path folder, PrintStream out) {
    List<Baseline> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".json"))
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(
              file -> {
                try {
                  found.add(new BaselineFile(file, "-Dtrials.baseline.update=true").read());
                } catch (BaselineException e) {
                  out.println("Left out: " + Sentence.of(e));
                }
              });
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the folder " + folder, e);
    }
    found.sort(Comparator.comparing(Baseline::made));
    return found.stream().distinct().toList();
  }

  private static String title(Baseline baseline) {
    return RootLocale.format(
        "%s, %s", baseline.comparability().subject(), baseline.comparability().diagnoser());
  }

  private static Point point(Baseline baseline) {
    Map<String, Proportion> experiments = new LinkedHashMap<>();
    baseline
        .tallies()
        .forEach(t -> experiments.put(t.experiment(), new Proportion(t.right(), t.answers())));
    return new Point(
        baseline.made(),
        baseline.comparability().diagnoserVersion(),
        sum(baseline, tally -> !tally.control()),
        sum(baseline, Tally::control),
        baseline.tallies().stream().mapToInt(Tally::falseAlarms).sum(),
        Times.of(
                baseline.tallies().stream()
                    .flatMap(tally -> Stream.ofNullable(tally.seconds()))
                    .toList())
            .median(),
        tokens(baseline),
        experiments);
  }

  private static Proportion sum(Baseline baseline, Predicate<Tally> wanted) {
    return baseline.tallies().stream()
        .filter(wanted)
        .map(tally -> new Proportion(tally.right(), tally.answers()))
        .reduce(new Proportion(0, 0), Proportion::plus);
  }

  /** Unknown as soon as one experiment's are not known. */
  private static @Nullable Long tokens(Baseline baseline) {
    List<Tally> answered = baseline.tallies().stream().filter(t -> t.answers() > 0).toList();
    return answered.stream().anyMatch(tally -> tally.tokens() == null)
        ? null
        : Long.valueOf(answered.stream().mapToLong(t -> Objects.requireNonNull(t.tokens())).sum());
  }
}
