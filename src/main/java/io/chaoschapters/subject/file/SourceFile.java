package io.chaoschapters.subject.file;

import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * A file that a user writes.
 *
 * @param name on the class path, as sentences call it
 * @param needs which keys it cannot be without, in words
 * @param refusal makes what is thrown of a message
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record SourceFile(
    String name, String needs, Function<String, ? extends RuntimeException> refusal) {
  /** The largest that is read. */
  public static final int MAX_BYTES = 256 * 1024;

  /** What to throw for one mistake. */
  public RuntimeException refuse(String sentence) {
    return refusal.apply(sentence);
  }

  /** What to throw for several: the first ones, and how many there are more. */
  RuntimeException refused(List<String> sentences) {
    int shown = Math.min(Mistakes.MOST, sentences.size());
    String more =
        sentences.size() > shown
            ? RootLocale.format("\nand %d more.", sentences.size() - shown)
            : "";
    return refuse(String.join("\n", sentences.subList(0, shown)) + more);
  }
}
