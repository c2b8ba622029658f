package io.chaoschapters.run.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.Observed;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.SampleEvents;
import io.chaoschapters.run.Script;
import io.chaoschapters.run.Standing;
import io.chaoschapters.run.Waiting;
import io.chaoschapters.stage.FrameRenderer;
import io.chaoschapters.stage.Shows;
import io.chaoschapters.stage.frame.Palette;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.panel.ViewState;
import io.chaoschapters.stage.text.Symbols;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.Signal;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A view keeps up with a run of an hour. Processor time is measured, which a busy machine changes
 * little.
 */
class RunViewCostTest {
  private static final int SECONDS = 3600;
  private static final int CHAPTER_SECONDS = 60;
  private static final double MOST_MICROS_AN_EVENT = 50;
  private static final double MOST_MILLIS_A_FRAME = 5;
  private static final int ROUNDS = 5;

  /** What grows with the run instead makes it some ten. */
  private static final double MOST_GROWTH = 3;

  private final List<JournalEntry> hour = hour();

  /** A chapter a minute, an observation of 14 signals, 7 components and 8 invariants a second. */
  private static List<JournalEntry> hour() {
    List<Signal> signals =
        IntStream.range(0, 14)
            .mapToObj(i -> new Signal("s" + i, "Signal " + i, "", "requests", 100, null))
            .toList();
    Script script = new Script().event(SampleEvents.started("shop", signals, List.of()));
    for (int second = 0; second < SECONDS; second++) {
      script.at(second);
      if (second % CHAPTER_SECONDS == 0) {
        begin(script, second / CHAPTER_SECONDS + 1);
      }
      script.event(observed(second));
      if (second % CHAPTER_SECONDS == CHAPTER_SECONDS - 1) {
        end(script, second / CHAPTER_SECONDS + 1);
      }
    }
    return script.entries();
  }

  private static void begin(Script script, int number) {
    script
        .chapter(number + "-chapter")
        .event(
            SampleEvents.scheduled(number, "Chapter"),
            new ChapterEvent.Started("Chapter"),
            Waiting.of(Waiting.Kind.STEADY_STATE, "steady state", Duration.ofSeconds(5)),
            new RecoveryEvent.SteadyState(0.1),
            new FaultEvent.Armed("freeze", List.of("node-1"), 20, List.of("thaw node-1")),
            new FaultEvent.Injected("freeze", List.of("node-1"), 20),
            new FaultEvent.Witnessed("it does not answer"),
            SampleEvents.raised("i1"),
            SampleEvents.asked("semantic"));
    for (int piece = 0; piece < 200; piece++) {
      script.event(new DiagnosisEvent.Text("a piece of an answer, "));
    }
    script.event(SampleEvents.answered("semantic", "node outage"));
  }

  private static void end(Script script, int number) {
    script
        .event(
            new FaultEvent.Ended("freeze", 20, null),
            new RecoveryEvent.Begun(),
            new RecoveryEvent.Recovered(1),
            SampleEvents.ended(number + "-chapter", ChapterVerdict.PASS))
        .chapter(null)
        .event(new RunEvent.Note("a chapter is over"));
  }

  private static Observed observed(int second) {
    Map<String, Double> signals = new HashMap<>();
    IntStream.range(0, 14).forEach(i -> signals.put("s" + i, (double) (second * i % 100)));
    return new Observed(
        IntStream.range(0, 7)
            .mapToObj(i -> SampleEvents.component("node-" + i, Health.SERVING))
            .toList(),
        signals,
        Map.of(),
        Set.of(),
        IntStream.range(0, 8)
            .mapToObj(i -> SampleEvents.check("i" + i, Standing.HOLDS, second % 5, 5))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void event_costsAtMostFiftyMicroseconds_andNoMoreLateThanEarly(boolean whole) {
    RunView begin = whole ? RunView.whole() : RunView.live();
    double anEvent = Double.POSITIVE_INFINITY;
    double anEarlyEvent = Double.POSITIVE_INFINITY;
    List<JournalEntry> early = hour.subList(0, hour.size() / 10);
    for (int round = 0; round < ROUNDS; round++) {
      anEvent = Math.min(anEvent, micros(() -> fold(begin, hour)) / hour.size());
      anEarlyEvent = Math.min(anEarlyEvent, micros(() -> fold(begin, early)) / early.size());
    }
    assertThat(anEvent)
        .as("microseconds an event, early ones %s", anEarlyEvent)
        .isLessThan(MOST_MICROS_AN_EVENT)
        .isLessThan(anEarlyEvent * MOST_GROWTH);
  }

  @Test
  void frameAfterAnHour_costsAtMostFiveMilliseconds() {
    assertThat(frame(fold(RunView.live(), hour), SECONDS + 0.5) / 1000)
        .as("milliseconds a frame")
        .isLessThan(MOST_MILLIS_A_FRAME);
  }

  /** Its budget is used up: so many steps are shown and kept. */
  @Test
  void agentAtWork_makesNeitherFramesNorEventsDear() {
    Script script = Shows.agentAsked();
    double idle = frame(script.view(), 27);
    int before = script.entries().size();
    for (int i = 0; i < 80; i++) {
      script.event(
          new AgentEvent.Called("semantic", "read_log", "{\"component\":\"a\"}", 900, 0.002, null));
    }
    List<JournalEntry> calls = script.entries().subList(before, script.entries().size());
    RunView begun = fold(RunView.live(), script.entries().subList(0, before));
    double anEvent = Double.POSITIVE_INFINITY;
    for (int round = 0; round < 200; round++) {
      anEvent = Math.min(anEvent, micros(() -> fold(begun, calls)) / calls.size());
    }

    assertThat(anEvent).as("microseconds an event").isLessThan(MOST_MICROS_AN_EVENT);
    assertThat(frame(script.view(), 27))
        .as("microseconds a frame, without calls %s", idle)
        .isLessThan(MOST_MILLIS_A_FRAME * 1000)
        .isLessThan(idle * MOST_GROWTH);
  }

  private static double frame(RunView run, double now) {
    Theme theme = new Theme(Palette.DARK, Symbols.UNICODE);
    double best = Double.POSITIVE_INFINITY;
    for (int frame = 0; frame < 200; frame++) {
      best =
          Math.min(
              best,
              micros(() -> FrameRenderer.draw(run, ViewState.initial(), 200, 60, theme, now)));
    }
    return best;
  }

  private static RunView fold(RunView begin, List<JournalEntry> entries) {
    RunView view = begin;
    for (JournalEntry entry : entries) {
      view = view.apply(entry);
    }
    return view;
  }

  private static double micros(Runnable work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - before) / 1000.0;
  }
}
