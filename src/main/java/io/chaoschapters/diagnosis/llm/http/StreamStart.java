package io.chaoschapters.diagnosis.llm.http;

import dev.langchain4j.http.client.sse.DefaultServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.chaoschapters.diagnosis.llm.http.NotAStreamException.Kind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at how the body of a good answer begins, before it is read as a stream: gateways, proxies
 * and servers that do not stream answer with status 200 as well, and no event would be found in
 * what they send.
 */
final class StreamStart {
  /** Enough for an error and for the head of a page. */
  private static final int LONGEST = 64 * 1024;

  private static final Pattern TITLE =
      Pattern.compile("<title[^>]*>\\s*([^<]*?)\\s*</title>", Pattern.CASE_INSENSITIVE);

  /** The fields of an event, and a comment. */
  private static final String EVENT = "deir:";

  private final BufferedInputStream body;
  private final boolean ofEvents;

  private StreamStart(BufferedInputStream body, boolean ofEvents) {
    this.body = body;
    this.ofEvents = ofEvents;
  }

  /**
   * The stream, from its first byte on.
   *
   * @param parser what will read it: server-sent events, or else a JSON object a line
   * @throws HttpFailure when it is an error, in JSON
   * @throws NotAStreamException when it is something else
   */
  static InputStream of(
      InputStream answer, ServerSentEventParser parser, HttpHeaders headers, Secrets secrets)
      throws IOException {
    boolean ofEvents = parser instanceof DefaultServerSentEventParser;
    StreamStart start = new StreamStart(new BufferedInputStream(answer), ofEvents);
    if (!start.isStream()) {
      throw start.notAStream(headers, secrets);
    }
    return start.body;
  }

  private boolean isStream() throws IOException {
    body.mark(LONGEST);
    int first = body.read();
    while (first == 0xef || first == 0xbb || first == 0xbf || first >= 0 && first <= ' ') {
      first = body.read(); // a mark of the byte order, and white space
    }
    int second = body.read();
    body.reset();
    return ofEvents
        ? first >= 0 && EVENT.indexOf(first) >= 0
        : first == '{' && second != '\n' && second != '\r'; // an object goes to the end of its line
  }

  private NotAStreamException notAStream(HttpHeaders headers, Secrets secrets) throws IOException {
    String text = new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
    String shown = secrets.maskedIn(text.replaceFirst("^\\ufeff", "").strip());
    if (shown.isEmpty()) {
      return new NotAStreamException(Kind.NOTHING, "");
    }
    if (shown.startsWith("<")) {
      Matcher title = TITLE.matcher(shown);
      return new NotAStreamException(Kind.PAGE, title.find() ? title.group(1) : "");
    }
    if (ServerError.in(shown).isPresent()) {
      throw new HttpFailure(200, shown, RetryAfter.of(headers, Instant.now()));
    }
    boolean json = shown.startsWith("{") || shown.startsWith("[");
    return new NotAStreamException(json ? Kind.JSON : Kind.TEXT, shown);
  }
}
