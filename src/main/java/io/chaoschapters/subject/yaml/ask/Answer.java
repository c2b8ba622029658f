package io.chaoschapters.subject.yaml.ask;

import io.chaoschapters.subject.Health;
import io.chaoschapters.text.Failure;
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

  static Answer failed(Throwable why) {
    return new Answer(Health.after(why), 0, Failure.words(why), "");
  }

  static Answer silent(String why) {
    return new Answer(Health.SILENT, 0, why, "");
  }

  /** Whether there is one. */
  public boolean isThere() {
    return failure == null;
  }
}
