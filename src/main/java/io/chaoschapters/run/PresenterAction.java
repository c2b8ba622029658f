package io.chaoschapters.run;

import java.util.Locale;
import org.apiguardian.api.API;

/** What a presenter can do. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum PresenterAction {
  /** Go on to the next step. */
  NEXT,
  /** Go on although the chapter still waits for something. */
  FORCED_ADVANCE,
  /** Go to another chapter. */
  JUMP,
  /** Play the chapter again. */
  RETRY_CHAPTER,
  /** Bring a fresh cluster. */
  RESET_SUBJECT,
  /** Stop automatic advance, or let it continue. */
  HOLD_AUTO_ADVANCE,
  /** Take the fault away. */
  ABORT_FAULT,
  /** In a review: ask the same diagnoser again. */
  RETRY_DIAGNOSIS,
  /** In a review: ask another diagnoser. */
  OTHER_DIAGNOSER,
  /** In a review: go on with the failure as it is. */
  CONTINUE,
  /** End the show. */
  QUIT,
  /** End the show at once. */
  QUIT_NOW;

  /** For people. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether it leads away from the chapter. */
  public boolean leaves() {
    return this == QUIT || this == JUMP || this == RETRY_CHAPTER || this == RESET_SUBJECT;
  }

  /** Whether it asks for another answer in place of the one on show. */
  public boolean asksAgain() {
    return this == RETRY_DIAGNOSIS || this == OTHER_DIAGNOSER;
  }
}
