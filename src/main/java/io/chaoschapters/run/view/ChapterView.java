package io.chaoschapters.run.view;

import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.Observed;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.RunEvent;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A chapter as it was played once; one that is played again has a view for each time.
 *
 * @param name its folder name, such as {@code 03-counter-drift}
 * @param announced what the audience reads; null when it was never announced
 * @param times when what happened
 * @param faults what was done to the system
 * @param loads its client traffic
 * @param violations what was out of bounds
 * @param answers who was asked, and what they said
 * @param judged its verdict before anything was torn down; null until it is written
 * @param recovery the newest step of its recovery; null before the rollback
 * @param result what came out of it; null until it has ended
 * @param entries what happened since it began, without observations
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ChapterView(
    String name,
    ChapterEvent.@Nullable Scheduled announced,
    ChapterTimes times,
    List<FaultView> faults,
    List<LoadView> loads,
    List<ViolationView> violations,
    Answers answers,
    ChapterEvent.@Nullable Judged judged,
    @Nullable RecoveryEvent recovery,
    @Nullable ChapterResult result,
    Newest<JournalEntry> entries) {

  /** A chapter of which only the name is known. */
  static ChapterView named(String name) {
    return new ChapterView(
        name,
        null,
        ChapterTimes.NONE,
        List.of(),
        List.of(),
        List.of(),
        Answers.NONE,
        null,
        null,
        null,
        Newest.atMost(Integer.MAX_VALUE));
  }

  ChapterView apply(JournalEntry entry) {
    return new ChapterView(
        name,
        entry.event() instanceof ChapterEvent.Scheduled scheduled ? scheduled : announced,
        times.apply(entry),
        FaultView.after(faults, entry),
        LoadView.after(loads, entry),
        ViolationView.after(violations, entry),
        answers.apply(entry),
        entry.event() instanceof ChapterEvent.Judged verdict ? verdict : judged,
        recovery(entry.event()),
        result(entry.event()),
        recorded(entry));
  }

  /** After what happened when it was over: what could not be rolled back ends with its cluster. */
  ChapterView afterwards(JournalEntry entry) {
    return entry.event() instanceof FaultEvent.Ended
        ? with(FaultView.after(faults, entry), result)
        : this;
  }

  private @Nullable RecoveryEvent recovery(RunEvent event) {
    boolean concerns =
        event instanceof RecoveryEvent && !(event instanceof RecoveryEvent.SteadyState);
    return concerns ? (RecoveryEvent) event : recovery;
  }

  private @Nullable ChapterResult result(RunEvent event) {
    if (event instanceof ChapterEvent.Skipped skipped) {
      return ChapterResult.unmeasured(
          skipped.number(),
          name,
          skipped.title(),
          skipped.experiment(),
          ChapterVerdict.SKIPPED,
          skipped.reason());
    }
    return event instanceof ChapterResult ended ? ended : result;
  }

  private Newest<JournalEntry> recorded(JournalEntry entry) {
    RunEvent event = entry.event();
    boolean many = event instanceof Observed || event instanceof DiagnosisEvent.Text;
    boolean begun = wasStarted() || event instanceof ChapterEvent.Started;
    return begun && !many ? entries.plus(entry) : entries;
  }

  /** A chapter of which only the result is known. */
  public static ChapterView of(ChapterResult result) {
    return named(result.name()).with(result);
  }

  /** Returns a copy with the result from the run's summary. */
  public ChapterView with(ChapterResult known) {
    return with(faults, known);
  }

  private ChapterView with(List<FaultView> then, @Nullable ChapterResult known) {
    return new ChapterView(
        name, announced, times, then, loads, violations, answers, judged, recovery, known, entries);
  }

  /** Its place in the show, from 1; 0 when it is not known. */
  public int number() {
    if (announced != null) {
      return announced.number();
    }
    return result == null ? 0 : result.number();
  }

  /** The title that the audience reads; the name when there is none. */
  public String title() {
    if (announced != null) {
      return announced.title();
    }
    return result == null || result.title().isEmpty() ? name : result.title();
  }

  /** The narration; may be empty. */
  public String narration() {
    return announced == null ? "" : announced.narration();
  }

  /** Notes for the presenter; may be empty. */
  public String notes() {
    return announced == null ? "" : announced.notes();
  }

  /** The experiment that it injects; empty when it has none. */
  public Optional<String> experiment() {
    if (announced != null) {
      return Optional.ofNullable(announced.experiment());
    }
    return result == null ? Optional.empty() : Optional.ofNullable(result.experiment());
  }

  /** Whether it has begun. */
  public boolean wasStarted() {
    return !Double.isNaN(times.started());
  }

  /** Whether it is over, or was skipped. */
  public boolean isOver() {
    return !Double.isNaN(times.ended());
  }

  /** What is shown of it until it has ended. */
  ChapterResult unfinished(String reason) {
    return ChapterResult.unmeasured(
        number(), name, title(), experiment().orElse(null), ChapterVerdict.UNKNOWN, reason);
  }

  /** The anomaly that the verdict rests on, in words; empty when no diagnoser answered. */
  public String named() {
    if (result != null && result.answered() != null) {
      return AnswerWords.answered(result.answered());
    }
    return answers.main().map(DiagnosisView::answer).map(AnswerWords::headline).orElse("");
  }

  /** Seconds until the steady state was back; null when it was not, or nobody waited for it. */
  public @Nullable Double timeToRecover() {
    return result != null && result.recovery() == RecoveryOutcome.RECOVERED
        ? result.timeToRecover()
        : null;
  }
}
