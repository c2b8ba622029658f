package io.chaoschapters.stage.status;

import io.chaoschapters.stage.text.Symbols;
import org.apiguardian.api.API;

/** The one word that the last row reads. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum StatusWord {
  /** Nothing is done to the system and every invariant holds. */
  NORMAL('●', 'o'),
  /** A fault is there, or about to be. */
  INJECTING('■', '#'),
  /** The fault is gone, its effects are not. */
  RECOVERING('◆', '>'),
  /** The state of the system is unknown. */
  UNKNOWN('?', '?');

  private final char sign;
  private final char asciiSign;

  StatusWord(char sign, char asciiSign) {
    this.sign = sign;
    this.asciiSign = asciiSign;
  }

  /** The sign beside the word. */
  public char sign(Symbols symbols) {
    return symbols.pick(sign, asciiSign);
  }
}
