package io.chaoschapters.subject.yaml.ask;

import io.chaoschapters.subject.Health;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What came of a question.
 *
 * @param failure what is known of a component that did not answer; null when it did
 * @param code the HTTP status or the exit code; 0 where there is none
 * @param text what it answered, or in words why it did not
 * @param result the same, without what a program says of itself on its error stream
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Answer(@Nullable Health failure, int code, String text, String result) {

  static Answer of(int code, String text) {
    return new Answer(null, code, text, text);
  }

  static Answer failed(Throwable why, Duration within) {
    Health failure = Health.after(why);
    return failure == Health.SILENT
        ? late("no answer", within)
        : new Answer(failure, 0, Failure.words(why), "");
  }

  static Answer late(String what, Duration within) {
    String words = RootLocale.format("%s within %d ms", what, within.toMillis());
    return new Answer(Health.SILENT, 0, words, "");
  }

  /** The text; when the answer is late, with the key that gives it more time. */
  public String textWithKey() {
    return textWith("its key 'within'");
  }

  /**
   * The text; when the answer is late, with what limits its time.
   *
   * @param limit a noun phrase
   */
  public String textWith(String limit) {
    return failure == Health.SILENT ? RootLocale.format("%s (%s)", text, limit) : text;
  }

  /** Whether there is one. */
  public boolean isThere() {
    return failure == null;
  }
}
