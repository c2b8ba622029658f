package io.chaoschapters.report;

import io.chaoschapters.report.html.Markup;
import io.chaoschapters.report.html.Parts;
import io.chaoschapters.report.html.Texts;
import io.chaoschapters.report.plot.ProportionSvg;
import io.chaoschapters.report.trials.Proportion;
import io.chaoschapters.run.file.WholeFile;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code trials.html}: how diagnosers have done over time. One page that needs no network
 * and no other file; every picture stands beside a table of the same figures.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TrialCoursePage {
  /** The page's name. */
  public static final String FILE_NAME = "trials.html";

  private final Markup page = new Markup();
  private final Parts parts = new Parts(page);
  private final List<Section> sections;

  /**
   * One diagnoser's trials of one subject.
   *
   * @param title what they are of
   * @param points oldest first, at least one
   */
  public record Section(String title, List<Point> points) {
    public Section {
      points = List.copyOf(points);
    }
  }

  /**
   * What trials came to once.
   *
   * @param made when
   * @param version of the diagnoser
   * @param faults right answers about faults
   * @param controls right answers about controls
   * @param falseAlarms how many
   * @param seconds the median of the experiments' median times; null when unknown
   * @param tokens read and written; null when unknown
   * @param experiments right answers by experiment, in their order
   */
  public record Point(
      Instant made,
      String version,
      Proportion faults,
      Proportion controls,
      int falseAlarms,
      @Nullable Double seconds,
      @Nullable Long tokens,
      Map<String, Proportion> experiments) {}

  private TrialCoursePage(List<Section> sections) {
    this.sections = sections;
  }

  /** Writes the page into a folder, in place of an earlier one, and returns its path. */
  public static Path write(Path folder, List<Section> sections) {
    Path file = folder.resolve(FILE_NAME);
    try {
      Files.createDirectories(folder);
      return WholeFile.write(file, new TrialCoursePage(sections).html());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ". Is there free space left?", e);
    }
  }

  private String html() {
    return WholePage.write(page, "Trials over time – Chaos Chapters", this::body);
  }

  private void body() {
    page.leaf("a", "Skip to the course", "class", "skip", "href", "#course");
    page.in(
        "header",
        () -> {
          page.leaf("p", "Chaos Chapters", "class", "eyebrow");
          page.leaf("h1", "Trials over time");
          page.leaf(
              "p",
              "Right answers with 95 % intervals (Wilson). Points of which the intervals overlap may differ by chance.",
              "class",
              "lead");
        });
    page.in(
        "main",
        () -> {
          for (int i = 0; i < sections.size(); i++) {
            section(sections.get(i), "s" + i);
          }
        },
        "id",
        "course",
        "tabindex",
        "-1");
  }

  private void section(Section section, String id) {
    page.in(
        "section",
        () -> {
          page.leaf("h2", section.title(), "id", id);
          page.in(
              "div",
              () -> {
                figure("Faults named", id + "f", section.points(), true);
                figure("Controls left alone", id + "c", section.points(), false);
              },
              "class",
              "plots");
          parts.table(
              "All trials of " + section.title(),
              List.of(
                  "Made",
                  "Version",
                  "Faults",
                  "95 %",
                  "Controls",
                  "95 %",
                  "False alarms",
                  "Median time",
                  "Tokens"),
              () -> section.points().forEach(this::row));
          parts.details("By experiment", () -> experiments(section));
        },
        "aria-labelledby",
        id);
  }

  private void figure(String name, String id, List<Point> points, boolean faults) {
    page.in(
        "figure",
        () -> {
          page.in("figcaption", () -> page.leaf("strong", name));
          new ProportionSvg(
                  page,
                  name,
                  points.stream()
                      .map(
                          point ->
                              new ProportionSvg.Mark(
                                  day(point), faults ? point.faults() : point.controls()))
                      .toList())
              .write(id);
        });
  }

  private static String day(Point point) {
    return point.made().toString().substring(0, 10);
  }

  private void row(Point point) {
    parts.row(
        day(point),
        List.of(
            point.version(),
            point.faults().words(),
            point.faults().interval(),
            point.controls().words(),
            point.controls().interval(),
            Integer.toString(point.falseAlarms()),
            Texts.duration(point.seconds()),
            point.tokens() == null ? Texts.NONE : RootLocale.format("%,d", point.tokens())));
  }

  private void experiments(Section section) {
    Set<String> names = new LinkedHashSet<>();
    section.points().forEach(point -> names.addAll(point.experiments().keySet()));
    List<String> columns = new ArrayList<>();
    columns.add("Experiment");
    section.points().forEach(point -> columns.add(day(point)));
    parts.table(
        "Right answers by experiment, " + section.title(),
        columns,
        () ->
            names.forEach(
                name ->
                    parts.row(
                        name,
                        section.points().stream()
                            .map(
                                point ->
                                    point.experiments().getOrDefault(name, new Proportion(0, 0)))
                            .map(right -> right.of() == 0 ? Texts.NONE : right.words())
                            .toList())));
  }
}
