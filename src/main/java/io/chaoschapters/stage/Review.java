package io.chaoschapters.stage;

import io.chaoschapters.journal.JournalEvent;
import org.apiguardian.api.API;

/**
 * The pause after a failure, before anything is torn down.
 *
 * @param isOpen whether the presenter is to decide now
 * @param expected what the chapter expects; may be empty
 * @param answered what the diagnoser said; may be empty
 * @param fits whether that is what the chapter expects, as an answer to a further question may be
 * @param reason the failed assertion in words; may be empty
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Review(
    boolean isOpen, String expected, String answered, boolean fits, String reason) {

  static Review none() {
    return new Review(false, "", "", false, "");
  }

  Review apply(JournalEvent event) {
    return switch (event.type()) {
      case DIAGNOSIS_REJECTED ->
          new Review(
              isOpen,
              EventData.clean(event, "expected"),
              EventData.clean(event, "answered"),
              false,
              EventData.cleanBlock(event, "reason"));
      case WAITING -> event.text("kind").equals("review") ? opened(event) : this;
      case CHAPTER_SCHEDULED,
          CHAPTER_STARTED,
          CHAPTER_ENDED,
          CHAPTER_SKIPPED,
          DIAGNOSIS_ASKED,
          RECOVERING,
          PRESENTER,
          RUN_ENDED ->
          none();
      default -> this;
    };
  }

  private Review opened(JournalEvent event) {
    return new Review(
        true,
        otherwise(EventData.clean(event, "expected"), expected),
        otherwise(EventData.clean(event, "answered"), answered),
        Boolean.TRUE.equals(event.data().get("fits")),
        otherwise(EventData.cleanBlock(event, "reason"), reason));
  }

  private static String otherwise(String text, String fallback) {
    return text.isEmpty() ? fallback : text;
  }
}
