package io.chaoschapters.run;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What happens to a chapter; it ends with its {@link ChapterResult}. */
@API(status = API.Status.INTERNAL, since = "0.1")
public sealed interface ChapterEvent extends RunEvent
    permits ChapterEvent.Judged,
        ChapterEvent.Scheduled,
        ChapterEvent.Skipped,
        ChapterEvent.Started,
        ChapterResult {

  /**
   * A chapter is next. In a live show it is announced once more when it begins.
   *
   * @param number its place in the show, from 1
   * @param count how many chapters the show has
   * @param title one line for the audience
   * @param narration paragraphs for the audience; may be empty
   * @param notes for the presenter only; may be empty
   * @param experiment the experiment that it injects
   */
  @JsonTypeName("CHAPTER_SCHEDULED")
  record Scheduled(
      int number,
      int count,
      String title,
      String narration,
      String notes,
      @Nullable String experiment)
      implements ChapterEvent {}

  /**
   * A chapter begins: its experiment first, then its method.
   *
   * @param title one line for the audience
   */
  @JsonTypeName("CHAPTER_STARTED")
  record Started(String title) implements ChapterEvent {}

  /**
   * A chapter's verdict, written before anything is torn down.
   *
   * @param verdict how its method ended
   * @param reason why, when it did not pass; empty otherwise
   */
  @JsonTypeName("CHAPTER_JUDGED")
  record Judged(ChapterVerdict verdict, String reason) implements ChapterEvent {}

  /**
   * A chapter is not run.
   *
   * @param number its place in the show, from 1
   * @param title one line for the audience
   * @param experiment the experiment that it would have injected
   * @param reason why it is not run
   */
  @JsonTypeName("CHAPTER_SKIPPED")
  record Skipped(int number, String title, @Nullable String experiment, String reason)
      implements ChapterEvent {}
}
