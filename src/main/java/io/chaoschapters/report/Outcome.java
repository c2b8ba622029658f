package io.chaoschapters.report;

import io.chaoschapters.report.html.Markup;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.view.ChapterView;
import java.util.Locale;

/**
 * How a chapter ended, for the page.
 *
 * @param symbol one character
 * @param words for people
 * @param tone the style class: pass, fail or other
 */
record Outcome(String symbol, String words, String tone) {
  private static final String OTHER = "other";

  static Outcome of(ChapterView chapter) {
    return chapter.result() == null ? cutOff() : of(chapter.result().verdict());
  }

  private static Outcome of(ChapterVerdict verdict) {
    String tone =
        switch (verdict) {
          case PASS, FAIL -> verdict.name().toLowerCase(Locale.ROOT);
          case UNKNOWN, INVALID_INJECTION, INFRASTRUCTURE_ERROR, HALTED, SKIPPED -> OTHER;
        };
    return new Outcome(verdict.symbol(), verdict.words(), tone);
  }

  /** It began, and the run ended first. */
  private static Outcome cutOff() {
    return new Outcome("…", "cut off", OTHER);
  }

  void write(Markup page) {
    page.in(
        "span",
        () -> {
          page.leaf("span", symbol, "aria-hidden", "true", "class", "symbol");
          page.text(" " + words);
        },
        "class",
        "verdict " + tone);
  }
}
