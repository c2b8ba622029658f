package io.chaoschapters.text;

import java.time.Duration;
import org.apiguardian.api.API;

/** Times and failures as they stand in sentences. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Words {
  private static final int LONGEST = 60;

  private Words() {}

  /** Seconds with three significant digits, without a unit. */
  public static String seconds(Duration duration) {
    return Numbers.plain(number(duration));
  }

  /** Seconds as a number, to the millisecond. */
  public static double number(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  /** A user's text, cut at 60 characters and without control characters. */
  public static String quoted(String text) {
    return Shorten.to(LONGEST, text.replaceAll("\\p{Cc}", " "));
  }

  /** What a failure says, with its kind when it says nothing; ends like a sentence. */
  public static String sentence(Throwable failure) {
    String text = Failure.words(failure);
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }
}
