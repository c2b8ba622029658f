package io.chaoschapters.presenter.live;

import static io.chaoschapters.ChaosAssertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Alternative;
import io.chaoschapters.diagnosis.Citation;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.NamedAnomaly;
import io.chaoschapters.diagnosis.Privacy;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.junit.ChapterPlan;
import io.chaoschapters.junit.DemoRun;
import io.chaoschapters.junit.OpenShows;
import io.chaoschapters.junit.StageHost;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.run.AgentWork;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.run.PresenterEvent;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.Waiting;
import io.chaoschapters.run.view.RunListener;
import io.chaoschapters.run.view.RunProjection;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.stage.PresenterCommand;
import io.chaoschapters.subject.Bound;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Invariant;
import io.chaoschapters.subject.Measurement;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.Signal;
import io.chaoschapters.toy.ToyCluster;
import io.chaoschapters.toy.ToySubject;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A whole live show in this JVM, led by keys that are pressed by themselves: with chapters in which
 * everything happens that can happen.
 */
public final class RealShow {
  private final ExecutorService keys = Executors.newSingleThreadExecutor();
  private final OpenShows shows = new OpenShows();
  private final ShowController controller = new ShowController(new LiveControls(shows));
  private final Iterator<PresenterAction> decisions =
      List.of(
              PresenterAction.RETRY_DIAGNOSIS,
              PresenterAction.OTHER_DIAGNOSER,
              PresenterAction.CONTINUE)
          .iterator();

  private RealShow() {}

  /** Everything that can happen to chapters of the toy; of no name that a show is found by. */
  @ChaosDemo(subject = "whole-toy")
  static class EveryTurn {
    @Chapter(order = 1, title = "Two nodes, one queue", notes = "Say hello.", setup = true)
    void meetTheQueue(ToyCluster cluster) {
      assertThat(cluster.components()).hasSize(2);
    }

    @Chapter(order = 2, title = "Too much is put in", narration = "Watch the queue.")
    @Experiment("flood")
    void tooMuch(Monitor monitor, Diagnostician ai) {
      monitor.awaitViolation("backlog-small");
      assertThat(ai.diagnose()).names("queue overflow");
    }

    @Chapter(order = 3, title = "A node is silent")
    @Experiment("long-freeze")
    void silent(Monitor monitor) {
      monitor.awaitViolation("nodes-answer");
      throw new AssertionError("It is reviewed while the node is silent.");
    }

    @Chapter(order = 4, title = "Nobody sees it")
    @Experiment("unseen")
    void unseen() {}

    @Chapter(order = 5, title = "It does too much harm")
    @Experiment("runaway-flood")
    void tooHarmful(Monitor monitor) {
      monitor.awaitEnd();
    }

    @Chapter(order = 6, title = "It cannot be undone")
    @Experiment("long-flood")
    void stuck(ToyCluster cluster) {
      cluster.on(
          "rollback",
          () -> {
            throw new IllegalStateException("the drain is stuck");
          });
    }

    @Chapter(order = 7, title = "After it")
    @Experiment("flood")
    void after() {}
  }

  /** The toy, with all that a subject can say of itself. */
  public static final class WholeToy extends ToySubject {
    @Override
    public String id() {
      return "whole-toy";
    }

    @Override
    public List<Signal> signals() {
      List<Signal> all = new ArrayList<>(super.signals());
      all.add(new Signal("capacity", "capacity", "items that fit", "items", 50, null));
      all.add(new Signal("taken", "taken", "items taken from the queue", "items", 50, "capacity"));
      all.add(new Signal("longest", "longest wait", "of items that were taken", "s", 1, null));
      return all;
    }

    @Override
    public List<Invariant> invariants() {
      List<Invariant> all = new ArrayList<>(super.invariants());
      all.add(
          new Invariant(
              "waits-plausible",
              "no wait is longer than the run",
              "s",
              Invariant.Kind.MEASUREMENT,
              1,
              1,
              Duration.ZERO,
              seen -> Measurement.of(seen.signal("longest"), Bound.atMost(3600))));
      all.add(
          Invariant.ofSystem(
              "first-answers",
              "the first node answers",
              "",
              seen -> new Measurement(seen.signal("serving"), Bound.atLeast(2), "node-1")));
      return all;
    }

    private static ComponentStatus detailed(ComponentStatus seen) {
      List<String> wordings = seen.health().wordings();
      return new ComponentStatus(
          seen.id(),
          seen.role(),
          seen.health(),
          "in memory, no backlog overflow",
          null,
          seen.id().equals("node-2") ? wordings.get(wordings.size() - 1) : null);
    }

    @Override
    public Optional<String> standIn(String runtime) {
      return Optional.of("memory in place of nodes");
    }

    @Override
    public ToyCluster start(ComponentRuntime runtime) {
      return new ToyCluster() {
        @Override
        public Optional<String> standIn() {
          return Optional.of("memory in place of two nodes");
        }

        @Override
        public ClusterSnapshot observe() {
          ClusterSnapshot seen = super.observe();
          Map<String, Reading> facts = new HashMap<>(seen.facts());
          facts.put("capacity", Reading.of(10));
          facts.put("taken", Reading.of(3));
          facts.put("longest", Reading.notYet("nothing was taken"));
          return new ClusterSnapshot(
              seen.components().stream().map(WholeToy::detailed).toList(), facts);
        }
      };
    }
  }

  /** Says all that a diagnoser can say, and is wrong. */
  public static final class TalkativeProvider implements DiagnoserProvider {
    @Override
    public String id() {
      return "talkative";
    }

    @Override
    public Diagnoser open(Settings settings) {
      return new Talkative();
    }
  }

  private static final class Talkative implements Diagnoser {
    @Override
    public String id() {
      return "talkative";
    }

    @Override
    public String version() {
      return "2";
    }

    @Override
    public String description() {
      return "It talks.";
    }

    @Override
    public Privacy privacy() {
      return Privacy.staysOnMachine();
    }

    @Override
    public Diagnosis diagnose(Inquiry inquiry) {
      inquiry.note("It thinks.");
      inquiry.step(new AgentEvent.Asked(id(), "acp", "kept in a box", 120, 60, 1 << 20));
      inquiry.step(new AgentEvent.Connected(id(), "talker/2"));
      inquiry.step(new AgentEvent.Called(id(), "list_components", "{}", 80, 0.002, null));
      inquiry.step(
          new AgentEvent.Called(
              id(), "read_log", "{\"component\":\"moon\"}", 50, 0.001, "no such component"));
      inquiry.step(new AgentEvent.Permission(id(), "execute: ls", false));
      inquiry.text("Well …");
      return new Diagnosis(
          Verdict.ANOMALY,
          List.of(
              new NamedAnomaly(
                  Diagnosis.OTHER, "node-2", List.of(new Citation("node-2", "1 moon", false)))),
          "a full moon",
          "It shines.",
          List.of(new Citation("backlog", "30 items", true)),
          List.of(new Alternative("node outage", "both answer", 0.2)),
          0.7,
          "Wait for the new moon.",
          inquiry.evidence().glossary(),
          new Provenance(
              "talkative",
              version(),
              0.002,
              100,
              20,
              null,
              "What is wrong?",
              "A full moon.",
              Provenance.Ending.COMPLETE,
              1,
              new AgentWork(
                  "acp",
                  "kept in a box",
                  AgentWork.Ending.SUBMITTED,
                  1,
                  80,
                  0.001,
                  1,
                  "agents/talkative/0001/trajectory.jsonl")));
    }
  }

  /** Plays it to its end and returns the folder of the run. */
  public static Path play() {
    DemoRun run = DemoRun.named("RealShow").setting("ai", "talkative,toy");
    run.within(
        new ByteArrayOutputStream(),
        () -> {
          RealShow show = new RealShow();
          try {
            return show.perform();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          } finally {
            show.keys.shutdownNow();
          }
        });
    return run.output().resolve("whole-toy").resolve("latest");
  }

  private @Nullable PresenterCommand perform() throws InterruptedException {
    ChapterPlan plan = ChapterPlan.of(EveryTurn.class);
    controller.expect(plan.chapters().size());
    LiveConductor conductor =
        new LiveConductor(controller, shows, line -> {}, true, Duration.ofSeconds(30));
    RunListener all =
        (entry, after) -> {
          controller.on(entry, after);
          lead(entry, after);
        };
    try (StageHost host = new StageHost(conductor, new RunProjection(all), shows);
        ChapterLauncher launcher = new ChapterLauncher(host)) {
      LiveBackstage backstage = new LiveBackstage(plan, host, launcher, controller, line -> {});
      return new ShowLoop(plan.chapters(), backstage, controller, Pacing.live()).run(0);
    }
  }

  /** The presenter's hand. */
  private void lead(JournalEntry entry, RunView after) {
    RunEvent event = entry.event();
    if (event instanceof Waiting wait
        && (wait.kind() == Waiting.Kind.CUE || wait.kind() == Waiting.Kind.LAST_CUE)) {
      press(PresenterAction.NEXT);
    } else if (event instanceof PresenterEvent.ReviewOpened) {
      press(decisions.hasNext() ? decisions.next() : PresenterAction.CONTINUE);
    }
  }

  private void press(PresenterAction action) {
    keys.execute(() -> controller.accept(PresenterCommand.of(action)));
  }
}
