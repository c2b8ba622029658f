package io.chaoschapters.stage;

import io.chaoschapters.journal.JournalEvent;
import io.chaoschapters.report.ChapterVerdict;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The results of a run so far, and the chapter that is being played.
 *
 * @param results in the order of the chapters; a chapter that is retried has one result, its last
 * @param count how many chapters the run has, 0 when it is not known yet
 * @param current what is known of the chapter that is being played
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RunSummary(List<ChapterResult> results, int count, ChapterResult current) {
  private static final ChapterResult NONE =
      new ChapterResult(
          0, "", "", ChapterVerdict.UNKNOWN, "", "", Double.NaN, Double.NaN, Double.NaN);

  /** Copies the results. */
  public RunSummary {
    results = List.copyOf(results);
  }

  /** Before anything happened. */
  public static RunSummary empty() {
    return new RunSummary(List.of(), 0, NONE);
  }

  /** The summary after an event. */
  public RunSummary apply(JournalEvent event) {
    return switch (event.type()) {
      case RUN_STARTED -> new RunSummary(results, EventData.size(event, "chapters"), current);
      case CHAPTER_SCHEDULED -> scheduled(event);
      case DIAGNOSIS_ANSWERED -> answered(event);
      case RECOVERED -> with(times(current, event, "detectSeconds", "diagnoseSeconds", "seconds"));
      case CHAPTER_SKIPPED -> ended(event, ChapterVerdict.SKIPPED);
      case CHAPTER_ENDED -> ended(event, ChapterVerdict.of(event.text("verdict")));
      default -> this;
    };
  }

  private RunSummary scheduled(JournalEvent event) {
    int number = EventData.whole(event, "number", 0);
    int known = EventData.whole(event, "count", count);
    ChapterResult next =
        new ChapterResult(
            number,
            EventData.chapter(event),
            EventData.clean(event, "title"),
            ChapterVerdict.UNKNOWN,
            "",
            "",
            Double.NaN,
            Double.NaN,
            Double.NaN);
    return new RunSummary(results, known, next);
  }

  private RunSummary answered(JournalEvent event) {
    String term = EventData.clean(event, "term");
    String named = AnswerWords.headline(EventData.clean(event, "verdict"), term);
    return with(
        new ChapterResult(
            current.number(),
            current.name(),
            current.title(),
            current.verdict(),
            current.reason(),
            named,
            current.detectSeconds(),
            event.number("seconds"),
            current.recoverSeconds()));
  }

  private static ChapterResult times(
      ChapterResult from, JournalEvent event, String detect, String diagnose, String recover) {
    return new ChapterResult(
        from.number(),
        from.name(),
        from.title(),
        from.verdict(),
        from.reason(),
        from.named(),
        EventData.number(event, detect, from.detectSeconds()),
        EventData.number(event, diagnose, from.diagnoseSeconds()),
        EventData.number(event, recover, from.recoverSeconds()));
  }

  private RunSummary with(ChapterResult chapter) {
    return new RunSummary(results, count, chapter);
  }

  private RunSummary ended(JournalEvent event, ChapterVerdict verdict) {
    String name = event.chapter() == null ? current.name() : EventData.chapter(event);
    // A chapter that is skipped was never announced: what is known is of the one before it.
    ChapterResult announced = name.equals(current.name()) ? current : NONE;
    ChapterResult from =
        times(announced, event, "detectSeconds", "diagnoseSeconds", "recoverSeconds");
    ChapterResult result =
        new ChapterResult(
            EventData.whole(event, "number", from.number()),
            name,
            from.title(),
            verdict,
            StageText.sentence(event.text("reason")),
            answered(event, from.named()),
            from.detectSeconds(),
            from.diagnoseSeconds(),
            from.recoverSeconds());
    List<ChapterResult> all = new ArrayList<>(results);
    all.removeIf(earlier -> earlier.name().equals(name));
    all.add(result);
    return new RunSummary(all, count, announced == NONE ? current : from);
  }

  /** The answer that the verdict rests on, which need not be the one that was given last. */
  private static String answered(JournalEvent event, String otherwise) {
    String answered = EventData.clean(event, "answered");
    return answered.isEmpty() ? otherwise : AnswerWords.verdict(answered);
  }
}
