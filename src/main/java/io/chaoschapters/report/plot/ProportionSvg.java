package io.chaoschapters.report.plot;

import static io.chaoschapters.report.plot.Drawing.at;
import static io.chaoschapters.text.RootLocale.format;

import io.chaoschapters.report.html.Markup;
import io.chaoschapters.report.trials.Proportion;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** Proportions over time as an inline picture, each with its interval. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ProportionSvg {
  private static final double LEFT = 46;
  private static final double RIGHT = 344;
  private static final double TOP = 14;
  private static final double BOTTOM = 146;
  private static final double CAP = 4;

  private final Markup page;
  private final Drawing drawing;
  private final String name;
  private final List<Mark> marks;

  /**
   * A point of the picture.
   *
   * @param label when it was
   */
  public record Mark(String label, Proportion value) {}

  public ProportionSvg(Markup page, String name, List<Mark> marks) {
    this.page = page;
    this.drawing = new Drawing(page);
    this.name = name;
    this.marks = marks;
  }

  public void write(String id) {
    drawing.write(
        id,
        name,
        description(),
        () -> {
          for (int percent = 0; percent <= 100; percent += 50) {
            scale(percent);
          }
          for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).value().of() > 0) {
              mark(x(i), marks.get(i).value());
            }
          }
          label(0, "start");
          if (marks.size() > 1) {
            label(marks.size() - 1, "end");
          }
        });
  }

  private String description() {
    return marks.stream()
        .map(
            mark ->
                format("%s: %s, %s.", mark.label(), mark.value().words(), mark.value().interval()))
        .collect(Collectors.joining(" "));
  }

  private void scale(int percent) {
    double y = y(percent / 100.0);
    drawing.line(percent == 0 ? "axis" : "grid", LEFT, y, RIGHT, y);
    page.leaf("text", percent + " %", "x", at(LEFT - 6), "y", at(y + 4), "text-anchor", "end");
  }

  private void mark(double x, Proportion value) {
    double low = y(value.low());
    double high = y(value.high());
    drawing.line("course", x, low, x, high);
    drawing.line("course", x - CAP, low, x + CAP, low);
    drawing.line("course", x - CAP, high, x + CAP, high);
    page.empty("circle", "class", "point", "cx", at(x), "cy", at(y(value.share())), "r", "4");
  }

  private void label(int i, String anchor) {
    page.leaf(
        "text",
        marks.get(i).label(),
        "x",
        at(i == 0 ? LEFT : RIGHT),
        "y",
        at(BOTTOM + 20),
        "text-anchor",
        anchor);
  }

  private double x(int i) {
    double room = RIGHT - LEFT - 4 * CAP;
    return LEFT + 2 * CAP + (marks.size() == 1 ? room / 2 : room * i / (marks.size() - 1));
  }

  private static double y(double share) {
    return BOTTOM - share * (BOTTOM - TOP);
  }
}
