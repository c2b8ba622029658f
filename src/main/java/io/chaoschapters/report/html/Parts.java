package io.chaoschapters.report.html;

import io.chaoschapters.text.RootLocale;
import java.util.List;
import org.apiguardian.api.API;

/** Pieces that several sections of the page have in common. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Parts {
  /** A block of text is cut after so many characters. */
  static final int LONGEST_TEXT = 40_000;

  private final Markup page;

  public Parts(Markup page) {
    this.page = page;
  }

  /** A term and what it is, within a {@code dl}; nothing for an empty value. */
  public void fact(String term, String value) {
    if (!value.isBlank()) {
      page.in(
          "div",
          () -> {
            page.leaf("dt", term);
            page.leaf("dd", value);
          });
    }
  }

  /**
   * A table that scrolls by itself where the screen is narrow, by keyboard, too.
   *
   * @param name what the table is called
   */
  public void table(String name, List<String> columns, Runnable rows) {
    page.in(
        "div",
        () ->
            page.in(
                "table",
                () -> {
                  page.leaf("caption", name);
                  page.in(
                      "thead",
                      () ->
                          page.in(
                              "tr",
                              () -> columns.forEach(c -> page.leaf("th", c, "scope", "col"))));
                  page.in("tbody", rows);
                }),
        "class",
        "scroll",
        "role",
        "region",
        "tabindex",
        "0",
        "aria-label",
        name);
  }

  /** A row whose first cell names it. */
  public void row(String head, List<String> cells) {
    page.in(
        "tr",
        () -> {
          page.leaf("th", head, "scope", "row");
          cells.forEach(cell -> page.leaf("td", cell));
        });
  }

  /** A section to which the page's first link leads. */
  public void verdicts(String title, Runnable content) {
    page.in(
        "section",
        () -> {
          page.leaf("h2", title, "id", "verdicts-head");
          content.run();
        },
        "id",
        "verdicts",
        "tabindex",
        "-1",
        "aria-labelledby",
        "verdicts-head");
  }

  /** What opens on demand. */
  public void details(String summary, Runnable content) {
    page.in(
        "details",
        () -> {
          page.leaf("summary", summary);
          content.run();
        });
  }

  /**
   * A text as it is, to be opened on demand; a long one is cut, and says so.
   *
   * @param file where the whole of it is
   */
  public void verbatim(String summary, String text, String file) {
    details(
        summary,
        () -> {
          boolean cut = text.length() > LONGEST_TEXT;
          page.leaf(
              "pre",
              cut ? text.substring(0, LONGEST_TEXT) : text,
              "tabindex",
              "0",
              "role",
              "region",
              "aria-label",
              summary);
          if (cut) {
            note(
                RootLocale.format(
                    "Cut here: %,d of %,d characters are shown. All of it is in %s.",
                    LONGEST_TEXT, text.length(), file));
          }
        });
  }

  public void note(String text) {
    page.leaf("p", text, "class", "note");
  }
}
