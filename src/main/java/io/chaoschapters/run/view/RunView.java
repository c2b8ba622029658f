package io.chaoschapters.run.view;

import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.Observed;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.run.PresenterEvent;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.Waiting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of a run at one moment. Each part is made from the journal's entries and
 * from nothing else, so that what the stage shows is what the record says.
 *
 * <p>Texts are as they were given; what draws them cleans them.
 *
 * @param facts what holds for the whole run
 * @param plays each chapter for each time that it was announced, the present one last
 * @param faults every fault of the run
 * @param chaos what is done to the system at the moment
 * @param waiting what the run waits for; null for nothing
 * @param review what the presenter is to decide on; null for nothing
 * @param observed what the newest observation saw
 * @param samples the newest observations
 * @param log the newest entries that a log on the stage shows
 * @param at the time of the newest entry, in seconds since the run started
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record RunView(
    RunFacts facts,
    List<ChapterView> plays,
    List<FaultView> faults,
    ChaosView chaos,
    @Nullable WaitView waiting,
    PresenterEvent.@Nullable ReviewOpened review,
    ObservedState observed,
    Newest<Sample> samples,
    Newest<JournalEntry> log,
    double at) {
  private static final int SAMPLES = 400;
  private static final int LOG = 200;

  public RunView {
    plays = List.copyOf(plays);
  }

  /** Before anything happened; keeps as many observations as a stage has columns. */
  public static RunView live() {
    return keeping(SAMPLES);
  }

  /** Before anything happened; keeps every observation, for a run that is read from its journal. */
  public static RunView whole() {
    return keeping(Integer.MAX_VALUE);
  }

  private static RunView keeping(int samples) {
    return new RunView(
        RunFacts.NONE,
        List.of(),
        List.of(),
        ChaosView.NONE,
        null,
        null,
        ObservedState.NONE,
        Newest.atMost(samples),
        Newest.atMost(LOG),
        0);
  }

  /** After one entry more. */
  public RunView apply(JournalEntry entry) {
    if (entry.event() instanceof RunEvent.Started) {
      return restarted(entry);
    }
    return new RunView(
        facts.apply(entry),
        plays(entry),
        FaultView.after(faults, entry),
        chaos.apply(entry),
        WaitView.after(waiting, entry),
        review(entry.event()),
        observed.apply(entry),
        entry.event() instanceof Observed seen
            ? samples.plus(new Sample(entry.elapsed(), seen))
            : samples,
        log(entry),
        Math.max(at, entry.elapsed()));
  }

  /** A presenter may have a fresh cluster; what was played before is still told. */
  private RunView restarted(JournalEntry entry) {
    return new RunView(
        facts.apply(entry),
        plays,
        List.of(),
        ChaosView.NONE,
        null,
        null,
        ObservedState.NONE.apply(entry),
        samples.none(),
        log(entry),
        entry.elapsed());
  }

  private List<ChapterView> plays(JournalEntry entry) {
    ChapterView present = current();
    if (entry.event() instanceof Observed) {
      return plays;
    }
    if (entry.chapter() == null) {
      return plays.stream().map(play -> play.afterwards(entry)).toList();
    }
    List<ChapterView> next = new ArrayList<>(plays);
    if (!entry.isOf(present.name()) || isPlayedAgain(present, entry.event())) {
      if (!(entry.event() instanceof ChapterEvent)) {
        return plays;
      }
      next.add(ChapterView.named(entry.chapter()).apply(entry));
    } else if (!present.isOver()) {
      next.set(next.size() - 1, present.apply(entry));
    }
    return next;
  }

  /** In a live show a chapter is announced once more when it begins. */
  private static boolean isPlayedAgain(ChapterView present, RunEvent event) {
    return event instanceof ChapterEvent.Scheduled && (present.wasStarted() || present.isOver());
  }

  private PresenterEvent.@Nullable ReviewOpened review(RunEvent event) {
    if (event instanceof PresenterEvent.ReviewOpened opened) {
      return opened;
    }
    boolean over =
        event instanceof ChapterEvent
            || event instanceof DiagnosisEvent.Asked
            || event instanceof RecoveryEvent.Begun
            || event instanceof PresenterEvent.Acted
            || event instanceof RunEvent.Ended;
    return over ? null : review;
  }

  private Newest<JournalEntry> log(JournalEntry entry) {
    return EventWords.isLogged(entry.event()) && !isPaging(entry.event()) ? log.plus(entry) : log;
  }

  /** The turning of a page, and waits that the chapter's panel shows or whose end is told. */
  private static boolean isPaging(RunEvent event) {
    return event instanceof Waiting wait && !wait.kind().isNews()
        || event instanceof PresenterEvent.ReviewOpened
        || event instanceof PresenterEvent.Acted acted && acted.command() == PresenterAction.NEXT;
  }

  /** The newest fault; empty before the first. */
  public Optional<FaultView> fault() {
    return faults.isEmpty() ? Optional.empty() : Optional.of(faults.get(faults.size() - 1));
  }

  /** The present chapter; one without a name before the first. */
  public ChapterView current() {
    return plays.isEmpty() ? ChapterView.named("") : plays.get(plays.size() - 1);
  }

  /** The chapter that was announced so many chapters before the present one, or the first. */
  public ChapterView back(int steps) {
    List<ChapterView> all = chapters();
    return all.isEmpty() ? current() : all.get(Math.max(0, all.size() - 1 - steps));
  }

  /** The chapters as they were announced last, the present one at the end. */
  public List<ChapterView> chapters() {
    return List.copyOf(lastPlays(play -> true));
  }

  /** Each chapter as it was played last, or announced when it never was; by its place. */
  public List<ChapterView> played() {
    Map<String, ChapterView> last = new LinkedHashMap<>();
    chapters().forEach(chapter -> last.put(chapter.name(), chapter));
    lastPlays(ChapterView::wasStarted).forEach(chapter -> last.put(chapter.name(), chapter));
    return last.values().stream().sorted(Comparator.comparingInt(ChapterView::number)).toList();
  }

  /** Those of them that began or have a result: a chapter that was passed over is none. */
  public List<ChapterView> begun() {
    return played().stream().filter(play -> play.wasStarted() || play.isOver()).toList();
  }

  /** How often a chapter began. */
  public int attempts(String chapter) {
    return (int)
        plays.stream().filter(play -> play.name().equals(chapter) && play.wasStarted()).count();
  }

  /** The observations during a chapter, oldest first, as far as they are kept. */
  public List<Sample> samplesOf(ChapterView chapter) {
    ChapterTimes times = chapter.times();
    double until = chapter.isOver() ? times.ended() : Double.POSITIVE_INFINITY;
    return samples.stream()
        .filter(sample -> sample.at() >= times.started() && sample.at() <= until)
        .toList();
  }

  /** The chapters that have ended, so that their result is known; each as it was played last. */
  public List<ChapterView> ended() {
    return List.copyOf(lastPlays(play -> play.result() != null));
  }

  /** What came out of the chapters that have ended. */
  public List<ChapterResult> results() {
    return ended().stream().map(ChapterView::result).filter(Objects::nonNull).toList();
  }

  /** The last play of each chapter among some. */
  Collection<ChapterView> lastPlays(Predicate<ChapterView> among) {
    Map<String, ChapterView> last = new LinkedHashMap<>();
    for (ChapterView play : plays) {
      if (among.test(play)) {
        last.remove(play.name());
        last.put(play.name(), play);
      }
    }
    return last.values();
  }

  /** How many chapters the show has; 0 when it is not known. */
  public int count() {
    ChapterEvent.Scheduled announced = current().announced();
    if (announced != null) {
      return announced.count();
    }
    return facts.started() == null ? 0 : facts.started().chapters();
  }
}
