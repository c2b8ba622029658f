package io.chaoschapters.run;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What a presenter does, and what they are asked. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface PresenterEvent extends RunEvent {

  /**
   * The presenter did something.
   *
   * @param command what
   */
  @JsonTypeName("PRESENTER")
  record Acted(PresenterAction command) implements PresenterEvent {}

  /**
   * A chapter did not pass, and the presenter decides what becomes of it before anything is torn
   * down.
   *
   * @param expected what the chapter expects; null when it did not fail over an answer
   * @param answered what was answered last; null when no diagnoser was asked
   * @param fits whether that answer is what the chapter expects
   * @param reason the failure, in words
   */
  @JsonTypeName("REVIEW_OPENED")
  record ReviewOpened(
      @Nullable String expected, @Nullable String answered, boolean fits, String reason)
      implements PresenterEvent {}
}
