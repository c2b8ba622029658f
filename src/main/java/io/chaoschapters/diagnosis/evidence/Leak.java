package io.chaoschapters.diagnosis.evidence;

import io.chaoschapters.text.RootLocale;
import org.apiguardian.api.API;

/**
 * A place where a text tells a diagnoser the answer.
 *
 * @param phrase what must not be there
 * @param excerpt the text around it
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Leak(String phrase, String excerpt) {
  @Override
  public String toString() {
    return RootLocale.format("'%s' in \"%s\"", phrase, excerpt);
  }
}
