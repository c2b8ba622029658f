package io.chaoschapters.diagnosis.llm.http;

import java.io.IOException;
import org.apiguardian.api.API;

/** A server promised an answer and sent something else than the stream that was asked for. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class NotAStreamException extends IOException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String words;

  /** What was sent. */
  public enum Kind {
    /** Nothing. */
    NOTHING,
    /** A page for a browser; the message is its title, which may be empty. */
    PAGE,
    /** JSON that holds no error: most likely the whole answer at once. */
    JSON,
    /** Some text; the message is its beginning. */
    TEXT
  }

  NotAStreamException(Kind kind, String words) {
    super(words);
    this.kind = kind;
    this.words = words;
  }

  /** What was sent. */
  public Kind kind() {
    return kind;
  }

  /** Some of its words; may be empty. */
  public String words() {
    return words;
  }
}
