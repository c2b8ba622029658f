package io.chaoschapters.run;

import org.apiguardian.api.API;

/** How a chapter ended. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum ChapterVerdict {
  /** Everything that it asserts holds. */
  PASS("pass", "✓"),
  /** An assertion does not hold. */
  FAIL("fail", "✗"),
  /** What it asks could not be told. */
  UNKNOWN("unknown", "?"),
  /** No witness saw the fault: neither pass nor fail. */
  INVALID_INJECTION("invalid injection", "!"),
  /** The surroundings failed, not the system: neither pass nor fail. */
  INFRASTRUCTURE_ERROR("infrastructure error", "!"),
  /** A condition of its experiment ended the fault early: neither pass nor fail. */
  HALTED("halted", "■"),
  /** It was not run. */
  SKIPPED("skipped", "-");

  private final String words;
  private final String symbol;

  ChapterVerdict(String words, String symbol) {
    this.words = words;
    this.symbol = symbol;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** One character that shows it without color. */
  public String symbol() {
    return symbol;
  }
}
