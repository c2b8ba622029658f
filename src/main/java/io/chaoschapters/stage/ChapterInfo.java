package io.chaoschapters.stage;

import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.text.RootLocale;
import org.apiguardian.api.API;

/**
 * A chapter as the audience and the presenter read it.
 *
 * @param number its place in the run, from 1; 0 when it is not known
 * @param count how many chapters the run has; 0 when it is not known
 * @param name as the journal names it
 * @param title one line
 * @param narration paragraphs for the audience; may be empty
 * @param notes for the presenter only; may be empty
 * @param autoAdvance whether it goes on by itself
 * @param experiment the experiment that it injects, or empty
 * @param started whether its method has begun
 * @param ended whether it has ended, so that its result is known
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ChapterInfo(
    int number,
    int count,
    String name,
    String title,
    String narration,
    String notes,
    boolean autoAdvance,
    String experiment,
    boolean started,
    boolean ended) {

  static ChapterInfo none() {
    return new ChapterInfo(0, 0, "", "", "", "", false, "", false, false);
  }

  static ChapterInfo of(JournalEvent event) {
    return new ChapterInfo(
        EventData.whole(event, "number", 0),
        EventData.whole(event, "count", 0),
        EventData.chapter(event),
        EventData.clean(event, "title"),
        EventData.cleanBlock(event, "narration"),
        EventData.cleanBlock(event, "notes"),
        Boolean.parseBoolean(event.text("autoAdvance")),
        EventData.clean(event, "experiment"),
        false,
        false);
  }

  ChapterInfo begun() {
    return new ChapterInfo(
        number, count, name, title, narration, notes, autoAdvance, experiment, true, ended);
  }

  ChapterInfo over() {
    return new ChapterInfo(
        number, count, name, title, narration, notes, autoAdvance, experiment, started, true);
  }

  /** The counter of the footer, such as {@code [3/8]}; empty when it is not known. */
  public String counter() {
    return number == 0 ? "" : RootLocale.format("[%d/%d]", number, Math.max(number, count));
  }
}
