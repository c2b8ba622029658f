package io.chaoschapters.chaos;

import io.chaoschapters.subject.Numbers;
import io.chaoschapters.subject.file.Quote;
import io.chaoschapters.text.Failure;
import java.time.Duration;

/** Times and failures as they stand in sentences. */
final class Words {
  private Words() {}

  /** Seconds with three significant digits, without a unit. */
  static String seconds(Duration duration) {
    return Numbers.plain(number(duration));
  }

  /** Seconds as a number, to the millisecond. */
  static double number(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  /** What somebody wrote, cut at 60 characters and without control characters. */
  static String quoted(String text) {
    return Quote.of(text);
  }

  /** What a failure says, with its kind when it says nothing; ends like a sentence. */
  static String sentence(Throwable failure) {
    String text = Failure.words(failure);
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }
}
