package io.chaoschapters.stage.recording;

import io.chaoschapters.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A recording as one page that plays in a browser without network, with the run's log as text
 * beneath it.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class HtmlTranscript {
  private static final String TEMPLATE = "player.html";

  private HtmlTranscript() {}

  /**
   * Writes the page.
   *
   * @param log the run's events in words, a line each
   */
  public static void write(Cast cast, List<String> log, Path page) {
    StringBuilder items = new StringBuilder();
    log.forEach(line -> items.append("<li>").append(escaped(line)).append("</li>\n"));
    String title = cast.title().isEmpty() ? "A show" : cast.title();
    try {
      String html =
          template()
              .replace("@@TITLE@@", escaped(title))
              .replace("@@LOG@@", items)
              .replace("@@CAST@@", json(cast));
      Files.writeString(page, html);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write the transcript " + page + ". Is there free space?", e);
    }
  }

  /** JSON that cannot end the script element that it stands in. */
  private static String json(Cast cast) throws IOException {
    return Json.text(cast).replace("<", "\\u003c");
  }

  private static String template() throws IOException {
    try (InputStream in = HtmlTranscript.class.getResourceAsStream(TEMPLATE)) {
      if (in == null) {
        throw new IOException(TEMPLATE + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
