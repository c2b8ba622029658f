package io.chaoschapters.report.plot;

import static io.chaoschapters.text.RootLocale.format;

import io.chaoschapters.report.html.Markup;

/** An inline picture on a page: its frame with title and description, and lines. */
final class Drawing {
  static final double WIDTH = 360;
  static final double HEIGHT = 176;

  private final Markup page;

  Drawing(Markup page) {
    this.page = page;
  }

  /** Writes the picture; a screen reader reads title and description in its place. */
  void write(String id, String title, String description, Runnable body) {
    page.in(
        "svg",
        () -> {
          page.leaf("title", title, "id", id + "-title");
          page.leaf("desc", description, "id", id + "-desc");
          body.run();
        },
        "role",
        "img",
        "viewBox",
        format("0 0 %.0f %.0f", WIDTH, HEIGHT),
        "aria-labelledby",
        id + "-title " + id + "-desc");
  }

  void line(String type, double x1, double y1, double x2, double y2) {
    page.empty("line", "class", type, "x1", at(x1), "y1", at(y1), "x2", at(x2), "y2", at(y2));
  }

  static String at(double coordinate) {
    return format("%.1f", coordinate);
  }
}
