package io.chaoschapters.report;

import io.chaoschapters.report.html.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What all pages have in common. */
final class WholePage {
  private static final String STYLE = "report.css";
  // A page never loads anything; this has the browser hold it to that.
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private WholePage() {}

  /** Writes a page, of which the body is written by others, and returns all of it. */
  static String write(Markup page, String title, Runnable body) {
    page.in(
        "html",
        () -> {
          page.in("head", () -> head(page, title));
          page.in("body", body);
        },
        "lang",
        "en");
    return page.page();
  }

  private static void head(Markup page, String title) {
    page.empty("meta", "charset", "utf-8");
    page.leaf("title", title);
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "name", "color-scheme", "content", "light dark");
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    page.leaf("style", style());
  }

  private static String style() {
    try (InputStream in = WholePage.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IOException(STYLE + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the page's style", e);
    }
  }
}
