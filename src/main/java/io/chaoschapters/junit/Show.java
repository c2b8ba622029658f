package io.chaoschapters.junit;

import io.chaoschapters.chaos.ChaosRunner;
import io.chaoschapters.chaos.Experiment;
import io.chaoschapters.chaos.ExperimentContext;
import io.chaoschapters.chaos.ExperimentRun;
import io.chaoschapters.chaos.Recovery;
import io.chaoschapters.journal.EventType;
import io.chaoschapters.journal.Journal;
import io.chaoschapters.report.ChapterResult;
import io.chaoschapters.report.ChapterVerdict;
import io.chaoschapters.report.HtmlReport;
import io.chaoschapters.report.SummaryFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One subject's run: its cluster and everything that watches it, shared by all chapters.
 *
 * <p>It keeps what must outlive a chapter: which set-up chapters were performed, why the rest is
 * skipped, and the results.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Show implements AutoCloseable {
  private final Environment environment;
  private final Conductor conductor;
  private final ChaosRunner runner = new ChaosRunner();
  private final Set<String> performed = new HashSet<>();
  private final List<ChapterResult> results = new ArrayList<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private @Nullable String blocked;
  private boolean closed;

  private Show(Environment environment, Conductor conductor) {
    this.environment = environment;
    this.conductor = conductor;
  }

  static Show open(Environment environment, Conductor conductor) {
    return new Show(environment, conductor);
  }

  Environment environment() {
    return environment;
  }

  Conductor conductor() {
    return conductor;
  }

  /** The run's journal. */
  public Journal journal() {
    return environment.journal();
  }

  /** The fault that is under way or was the last; for the presenter's abort. */
  public Optional<ExperimentRun> experimentRun() {
    return runner.latest();
  }

  ExperimentRun begin(Experiment experiment) {
    return runner.begin(
        experiment,
        new ExperimentContext(
            environment.cluster(), environment.monitor(), journal(), environment.ledger()));
  }

  /** Recovers from an experiment that could not even begin; empty when there was none. */
  Optional<Recovery> recoverLatest() {
    return runner.recover();
  }

  /** Tells the stage which chapter is next. */
  public void announce(ChapterPlan plan, ChapterInfo info) {
    journal().enterChapter(nameOf(plan.type(), info));
    journal().append(EventType.CHAPTER_SCHEDULED, announcement(plan, info));
  }

  private static Map<String, Object> announcement(ChapterPlan plan, ChapterInfo info) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("number", plan.chapters().indexOf(info) + 1);
    data.put("count", plan.chapters().size());
    data.put("title", info.chapter().title());
    data.put("narration", info.chapter().narration());
    data.put("notes", info.chapter().notes());
    data.put("autoAdvance", info.chapter().autoAdvance());
    data.put("setup", info.chapter().setup());
    info.experiment().ifPresent(name -> data.put("experiment", name));
    return data;
  }

  /** Why no further chapter runs; empty when one may. */
  public Optional<String> blocked() {
    return Optional.ofNullable(blocked);
  }

  /** No further chapter runs, for a reason that the audience reads. */
  void block(String reason) {
    blocked = reason;
  }

  /** The presenter put the subject in order, so chapters may run again. */
  public void unblock() {
    blocked = null;
  }

  boolean isPerformed(ChapterInfo setup) {
    return performed.contains(key(setup));
  }

  void performed(ChapterInfo setup) {
    performed.add(key(setup));
  }

  private static String key(ChapterInfo setup) {
    return setup.method().toString();
  }

  /** A chapter's name in this run; one of another class that is called the same has its own. */
  String nameOf(Class<?> type, ChapterInfo info) {
    String owner = type.getName() + "#" + info.method().getName();
    boolean own = names.computeIfAbsent(info.name(), name -> owner).equals(owner);
    return own ? info.name() : info.name() + "-" + ChapterInfo.hyphenated(type.getSimpleName());
  }

  void finished(ChapterResult result) {
    results.removeIf(earlier -> earlier.name().equals(result.name()));
    results.add(result);
    SummaryFile.write(
        environment.folder().path().resolve("summary.json"), environment.summary(results));
  }

  /** Ends the run: the verdict first, then everything that was started. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    // Every chapter has recovered by itself; the runner is for one that could not. The monitor
    // stops before the last word, so that nothing is observed after it.
    Closing.reverse(
        List.of(
            environment,
            this::writeReport,
            () -> journal().append(EventType.RUN_ENDED, ending()),
            environment.monitor(),
            runner));
  }

  /** A report that cannot be written takes nothing from what the run found out. */
  private void writeReport() {
    try {
      HtmlReport.write(environment.folder().path());
    } catch (RuntimeException e) {
      journal().append(EventType.NOTE, Map.of("text", "No report.html: " + e));
    }
  }

  private Map<String, Object> ending() {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (ChapterVerdict verdict : ChapterVerdict.values()) {
      long count = results.stream().filter(r -> r.verdict() == verdict).count();
      if (count > 0) {
        counts.put(verdict.words(), count);
      }
    }
    boolean passed =
        results.stream().anyMatch(r -> r.verdict() == ChapterVerdict.PASS)
            && results.stream().allMatch(r -> r.verdict() == ChapterVerdict.PASS);
    return Map.of(
        "verdict",
        passed ? "pass" : "not passed",
        "counts",
        counts,
        "artefacts",
        environment.folder().path().toString());
  }
}
