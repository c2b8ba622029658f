package io.chaoschapters.text;

import org.apiguardian.api.API;

/** Cuts long texts, visibly. Needs nothing but the JDK: guards use it too. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Shorten {
  private Shorten() {}

  /** The text, or its beginning and an ellipsis when it has more characters. */
  public static String to(int most, String text) {
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}
