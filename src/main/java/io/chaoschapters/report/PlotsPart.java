package io.chaoschapters.report;

import io.chaoschapters.report.html.Markup;
import io.chaoschapters.report.html.Parts;
import io.chaoschapters.report.html.Span;
import io.chaoschapters.report.html.Texts;
import io.chaoschapters.report.plot.Course;
import io.chaoschapters.report.plot.PlotSvg;
import io.chaoschapters.report.plot.Scale;
import io.chaoschapters.run.view.RunFacts;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;

/** The plots of a chapter, and the same figures as a table. */
final class PlotsPart {
  private static final int MOST_ROWS = 120;
  private static final double MISSED_POLLS = 3;

  private final Markup page;
  private final Parts parts;
  private final PlayedChapter chapter;
  private final RunFacts facts;

  PlotsPart(Markup page, PlayedChapter chapter, RunFacts facts) {
    this.page = page;
    this.parts = new Parts(page);
    this.chapter = chapter;
    this.facts = facts;
  }

  void write() {
    List<Course> courses = Courses.of(chapter, facts.signals());
    page.leaf("h3", "Measured");
    if (courses.isEmpty()) {
      parts.note("The journal holds no observation of this chapter.");
      return;
    }
    page.in("div", () -> plots(courses), "class", "plots");
    parts.note(legend(courses));
    table(courses);
  }

  private void plots(List<Course> courses) {
    List<Span> faults = chapter.faults();
    double seconds = chapter.seconds();
    for (int i = 0; i < courses.size(); i++) {
      Course course = courses.get(i);
      String id = chapter.anchor() + "-plot-" + (i + 1);
      page.in(
          "figure",
          () -> {
            page.in(
                "figcaption",
                () -> {
                  page.leaf("strong", course.label());
                  page.leaf("span", caption(course));
                });
            new PlotSvg(page, course, faults, seconds, MISSED_POLLS * facts.pollSeconds())
                .write(id);
          });
    }
  }

  private static String caption(Course course) {
    return course.description()
        + (Scale.of(course).extended() ? " (scale extended to show every value)" : "");
  }

  private String legend(List<Course> courses) {
    List<String> parts = new ArrayList<>();
    if (!chapter.faults().isEmpty()) {
      parts.add("Shaded: the fault is there.");
    }
    parts.add("Dashed: the limit.");
    if (courses.stream().anyMatch(course -> course.unknown() > 0)) {
      parts.add("Gap, dotted at the foot: not known at that time.");
    }
    return String.join(" ", parts);
  }

  private void table(List<Course> courses) {
    parts.details(
        "The same figures as a table",
        () -> {
          List<String> columns = new ArrayList<>();
          columns.add("Seconds since the chapter began");
          courses.forEach(c -> columns.add(c.label() + unit(c)));
          int rows = courses.stream().mapToInt(course -> course.points().size()).max().orElse(0);
          parts.table(
              "Figures of " + chapter.title(),
              columns,
              () -> {
                for (int row = 0; row < Math.min(rows, MOST_ROWS); row++) {
                  row(courses, row);
                }
              });
          if (rows > MOST_ROWS) {
            parts.note(
                RootLocale.format(
                    "Cut here: %d of %d rows are shown. All of them are in chapters/%s/series.json.",
                    MOST_ROWS, rows, chapter.view().name()));
          }
        });
  }

  private static String unit(Course course) {
    return course.unit().isEmpty() ? "" : ", " + course.unit();
  }

  private void row(List<Course> courses, int row) {
    List<String> cells = new ArrayList<>();
    String time = Texts.NONE;
    for (Course course : courses) {
      if (row < course.points().size()) {
        Course.Point point = course.points().get(row);
        time = RootLocale.format("%.1f", point.at());
        cells.add(point.words());
      } else {
        cells.add(Texts.NONE);
      }
    }
    parts.row(time, cells);
  }
}
