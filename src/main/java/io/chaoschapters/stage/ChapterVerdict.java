package io.chaoschapters.stage;

import java.util.Locale;
import org.apiguardian.api.API;

/** How a chapter ended, as a word and a sign. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum ChapterVerdict {
  /** Everything that the chapter asserts held. */
  PASS("PASS", '✓', '+'),
  /** An assertion failed. */
  FAIL("FAIL", '✗', 'x'),
  /** It could not be told. */
  UNKNOWN("UNKNOWN", '?', '?'),
  /** No witness saw the fault, so nothing was proved. */
  INVALID_INJECTION("INVALID INJECTION", '▲', '!'),
  /** The surroundings broke, not the system under test. */
  INFRASTRUCTURE_ERROR("INFRASTRUCTURE ERROR", '▲', '!'),
  /** It was not run. */
  SKIPPED("SKIPPED", '○', 'o');

  private final String word;
  private final char sign;
  private final char asciiSign;

  ChapterVerdict(String word, char sign, char asciiSign) {
    this.word = word;
    this.sign = sign;
    this.asciiSign = asciiSign;
  }

  /** Reads a verdict as the journal writes it; what is not known is {@link #UNKNOWN}. */
  public static ChapterVerdict of(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
    for (ChapterVerdict verdict : values()) {
      if (verdict.name().equals(name) || (verdict.name() + "ED").equals(name)) {
        return verdict;
      }
    }
    return UNKNOWN;
  }

  /** The sign and the word. */
  public String words(Symbols symbols) {
    return symbols.pick(sign, asciiSign) + " " + word;
  }
}
