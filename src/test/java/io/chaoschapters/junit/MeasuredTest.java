package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.Experiment;
import io.chaoschapters.diagnosis.Diagnostician;
import io.chaoschapters.monitor.Monitor;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Subject;
import io.chaoschapters.subject.Term;
import io.chaoschapters.toy.ToyQueueShow;
import io.chaoschapters.toy.ToySubject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer on a system for which no trials are on record says so, in every place it is shown. */
class MeasuredTest {
  private static final String NONE = "not measured on this system: run trials";
  private static final String MEASURED = "measured: 1 of 1 faults, 1 of 1 controls, 20";

  @ChaosDemo(subject = "toy")
  static class Flood {
    @Chapter(order = 1, title = "Three times what it holds")
    @Experiment("flood")
    void flood(Monitor monitor, Diagnostician ai) {
      monitor.awaitViolation("backlog-small");
      ai.diagnose();
    }
  }

  /** The toy with another glossary: what was measured before does not hold for it. */
  public static final class Reworded extends ToySubject {
    @Override
    public Glossary glossary() {
      List<Term> terms = new ArrayList<>(super.glossary().terms());
      terms.add(Term.of("stuck item", "An item is never taken from the queue."));
      return new Glossary(terms);
    }
  }

  private static String name() {
    return "measured-" + System.nanoTime();
  }

  private static DemoRun trying(String name) {
    return DemoRun.named(name).setting("trials.experiments", "flood,control");
  }

  private static String mark(DemoOutcome outcome) {
    return outcome.events("DIAGNOSIS_ASKED").get(0).at("/data/marks/measured").asText();
  }

  @Test
  void withoutTrials_journalSummaryAndReportSaySo() throws IOException {
    DemoOutcome outcome = DemoRun.named(name()).run(Flood.class);

    assertThat(mark(outcome)).isEqualTo(NONE);
    assertThat(outcome.summary().chapters().get(0).marks().measured()).isEqualTo(NONE);
    assertThat(Files.readString(outcome.folder().resolve("report.html")))
        .contains("toy 1: " + NONE);
  }

  @Test
  void whoHasMadeTrials_isToldWhatTheyCameTo_unlessTheGlossaryIsAnother() throws IOException {
    String name = name();
    trying(name).trials(1, ToyQueueShow.class);

    DemoOutcome outcome = DemoRun.named(name).run(Flood.class);
    assertThat(mark(outcome)).startsWith(MEASURED);
    assertThat(Files.readString(outcome.folder().resolve("report.html"))).contains(MEASURED);

    DemoOutcome reworded =
        DemoRun.named(name).service(Subject.class, Reworded.class).run(Flood.class);
    assertThat(mark(reworded)).isEqualTo(NONE);
  }

  @Test
  void whoHasCommittedABaseline_isToldWhatItHolds_andOfADamagedOne(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("toy.json");
    trying(name())
        .setting("trials.baseline", file.toString())
        .setting("trials.baseline.update", "true")
        .trials(1, ToyQueueShow.class);
    String baseline = Files.readString(file);

    assertThat(
            mark(DemoRun.named(name()).resource("baselines/toy.json", baseline).run(Flood.class)))
        .startsWith(MEASURED);

    String edited = baseline.replaceFirst("\"right\" : 1", "\"right\" : 0");
    DemoOutcome damaged =
        DemoRun.named(name()).resource("baselines/toy.json", edited).run(Flood.class);
    assertThat(mark(damaged)).isEqualTo(NONE);
    assertThat(damaged.printed())
        .contains("A record of trials does not count: ", "baselines/toy.json was edited by hand");
  }
}
