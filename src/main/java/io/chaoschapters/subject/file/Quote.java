package io.chaoschapters.subject.file;

import org.apiguardian.api.API;

/** What somebody wrote, as it can stand in a sentence. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Quote {
  private static final int LONGEST = 60;

  private Quote() {}

  /** Cut at 60 characters and without control characters. */
  public static String of(String text) {
    String clean = text.replaceAll("\\p{Cc}", " ");
    return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
  }
}
