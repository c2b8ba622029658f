package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceJson;
import io.chaoschapters.diagnosis.evidence.LogEvidence;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrases;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrasesFile;
import io.chaoschapters.report.trials.TrialHeader;
import io.chaoschapters.report.trials.TrialLog;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.RunState;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.run.file.SummaryFile;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnoseAgainTest {
  private static final String SYSTEM = "store-cluster";
  private static final ForbiddenPhrases NOTHING_SAID =
      new ForbiddenPhrases(List.of("unplugged-rack"), List.of());

  @TempDir Path folder;

  private final Map<String, String> settings = new TreeMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private static EvidenceCase situation(boolean control) {
    return EvidenceCases.of(SYSTEM).stream()
        .filter(c -> control ? c.isControl() : c.isFault())
        .findFirst()
        .orElseThrow();
  }

  private Path save(String below, EvidenceCase situation) throws IOException {
    Path own = Files.createDirectories(folder.resolve("saved").resolve(below));
    EvidenceJson.write(situation.evidence(), own.resolve("evidence.json"));
    ForbiddenPhrasesFile.write(NOTHING_SAID, own);
    return own;
  }

  private int diagnose(Path evidence, String diagnosers) throws Exception {
    settings.put("mode", "diagnose");
    settings.put("evidence", evidence.toString());
    settings.put("ai", diagnosers);
    settings.put("chapters.output", folder.resolve("out").toString());
    return Main.run(
        Settings.of(settings),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        System.nanoTime());
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void wordsOfToday_areAskedAndWhatDecidedIsTold() throws Exception {
    Path own = save("store", situation(false));
    diagnose(own, "semantic");
    assertThat(said()).doesNotContain("boundary overrun");
    settings.put("glossary", "current");
    settings.put("subject", "ratelimiter");
    diagnose(own, "semantic");
    assertThat(said())
        .contains("## What changed since the steady state", "boundary overrun")
        .containsPattern("0\\.\\d{3} \\(cosine 0\\.\\d{3}\\) store outage");
  }

  @ParameterizedTest
  @CsvSource({"current, -Dsubject=", "yesterday, -Dglossary=current"})
  void wordsOfNobodyOrUnknown_areRefusedWithTheWayOut(String glossary, String wayOut)
      throws Exception {
    settings.put("glossary", glossary);
    assertThat(diagnose(save("store", situation(false)), "semantic")).isNotZero();
    assertThat(complained()).contains(wayOut);
  }

  private static void holdsNoPrompt(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        assertThat(all).noneMatch(path -> path.endsWith("prompt.txt"));
      }
    }
  }

  private List<Path> kept(String name) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("out"))) {
      return all.filter(path -> path.endsWith(name)).sorted().toList();
    }
  }

  @Test
  void chaptersOfARun_areGradedByWhatItsSummaryExpected() throws Exception {
    EvidenceCase fault = situation(false);
    save("run/chapters/02-killed", fault);
    summary(folder.resolve("saved/run"), "02-killed", fault.expect());

    assertThat(diagnose(folder.resolve("saved"), "semantic,always-wrong")).isZero();

    assertThat(said())
        .contains("semantic: 1 of 1 right; 1 answers in 1 questions")
        .contains("always-wrong: 0 of 1 right; 1 answers in 1 questions")
        .contains("always-wrong: Sees no anomaly", "Nothing leaves the machine.")
        .doesNotContain("forbidden.json");
    assertThat(kept("prompt.txt")).hasSize(2);
    assertThat(kept("semantic/answer.txt").get(0)).content().isNotBlank();
  }

  /** It takes no diagnosis to repeat what the system says. */
  @Test
  void answersThatTheSystemNamesItself_areCountedApart() throws Exception {
    EvidenceCase fault = situation(false);
    Evidence seen = fault.evidence();
    List<LogEvidence> log = List.of(new LogEvidence("a", fault.expect() + " is likely", 1, true));
    Evidence naming =
        new Evidence(
            seen.takenAt(),
            seen.components(),
            seen.violations(),
            seen.signals(),
            log,
            seen.course(),
            seen.baseline(),
            seen.glossary());
    Path run = folder.resolve("saved/run");
    save("run/chapters/02-killed", fault);
    summary(run, "02-killed", fault.expect());
    diagnose(run, "semantic");
    assertThat(said()).doesNotContain("named by the system itself");
    EvidenceJson.write(naming, run.resolve("chapters/02-killed/evidence.json"));

    diagnose(run, "semantic");

    assertThat(said())
        .contains(
            "    named by the system itself: " + fault.expect(),
            "semantic: 1 of 1 right (1 of them named by the system itself)");
  }

  @Test
  void trials_areGradedByWhatTheirExperimentsExpect() throws Exception {
    Path series = folder.resolve("saved");
    EvidenceCase fault = situation(false);
    EvidenceCase control = situation(true);
    save("0001-killed", fault);
    save("0002-quiet", control);
    TrialLog.create(
            series,
            new TrialHeader(
                TrialHeader.VERSION,
                "f",
                Instant.EPOCH,
                SYSTEM,
                "A store",
                1,
                1,
                List.of(
                    new TrialHeader.Tried("killed", fault.expect(), false, 1),
                    new TrialHeader.Tried("quiet", "none", true, 1)),
                List.of(),
                null))
        .close();

    assertThat(diagnose(series, "semantic,always-wrong")).isZero();

    assertThat(said())
        .contains("semantic: 2 of 2 right; 2 answers in 2 questions")
        .contains("always-wrong: 1 of 2 right; 2 answers in 2 questions");
  }

  @Test
  void evidenceFromElsewhere_isGradedByTheFileBesideIt() throws Exception {
    EvidenceCase fault = situation(false);
    Files.writeString(
        save("a", fault).resolve("expected.json"), "{\"anomaly\": [\"" + fault.expect() + "\"]}");
    Files.writeString(
        save("b", situation(true)).resolve("expected.json"), "{\"anomaly\": \"none\"}");

    assertThat(diagnose(folder.resolve("saved"), "semantic,always-wrong")).isZero();

    assertThat(said())
        .contains("semantic: 2 of 2 right; 2 answers in 2 questions")
        .contains("always-wrong: 1 of 2 right; 2 answers in 2 questions");
    for (Path prompt : kept("prompt.txt")) {
      assertThat(prompt).content().doesNotContain("expected.json");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                        | is not JSON",
        "{\"term\": \"a\"}          | does not say what is expected: write {\"anomaly\"",
        "{\"anomaly\": []}         | does not say what is expected",
        "{\"anomaly\": \"a storm\"} | 'a storm' is no term of the evidence's glossary (there are:",
      })
  void expectedFileThatSaysNothing_isOneSentence(String text, String sentence) throws Exception {
    Path own = save("a", situation(true));
    Files.writeString(own.resolve("expected.json"), text);

    assertThat(diagnose(own.resolve("evidence.json"), "always-wrong")).isOne();

    assertThat(complained()).contains("expected.json", sentence).hasLineCount(1);
  }

  @Test
  void oneFileFromElsewhere_isAskedAboutWithoutAGradeAndItsGapIsTold() throws Exception {
    Path file = folder.resolve("mailed.json");
    EvidenceJson.write(situation(false).evidence(), file);

    assertThat(diagnose(file, "always-wrong")).isZero();

    assertThat(said())
        .contains("1 of 1 have no forbidden.json beside them")
        .contains("mailed.json")
        .contains("not known")
        .contains("always-wrong: 0 of 0 right; 1 answers in 1 questions");
  }

  @Test
  void evidenceThatSaysWhatItsRunForbade_isShownToNobody() throws Exception {
    Path own = save("run", situation(false));
    ForbiddenPhrasesFile.write(new ForbiddenPhrases(List.of(), List.of("connection refused")), own);

    assertThat(diagnose(own, "always-wrong")).isOne();

    assertThat(said()).contains("leak", "connection refused");
    assertThat(complained()).isEqualToIgnoringNewLines("No diagnoser answered.");
    holdsNoPrompt(folder.resolve("out"));
  }

  @Test
  void damagedFileAmongGoodOnes_isToldOfAndLeftOut() throws Exception {
    save("a", situation(true));
    Path torn = save("b", situation(true));
    Files.writeString(torn.resolve("evidence.json"), "{\"evidenceVersion\": 1, \"gloss");
    Path unguarded = save("c", situation(true));
    Files.writeString(unguarded.resolve("forbidden.json"), "[1");
    Path empty = save("d", situation(true));
    Files.writeString(empty.resolve("forbidden.json"), "null");

    assertThat(diagnose(folder.resolve("saved"), "always-wrong")).isZero();

    assertThat(said())
        .containsPattern("Left out: .*b.evidence\\.json")
        .containsPattern("Left out: .*c.forbidden\\.json")
        .containsPattern("Left out: .*d.forbidden\\.json")
        .contains("1 answers in 1 questions");
  }

  @Test
  void fileOfAnotherVersion_isOneSentence() throws Exception {
    Path file = folder.resolve("evidence.json");
    Files.writeString(file, "{\"evidenceVersion\": 99}");

    assertThat(diagnose(file, "always-wrong")).isOne();

    assertThat(complained()).contains("99").contains("evidence.json").hasLineCount(1);
  }

  @Test
  void noSuchFolder_saysWhatIsMeant() throws Exception {
    assertThat(diagnose(folder.resolve("nowhere"), "always-wrong")).isOne();

    assertThat(complained()).contains("No evidence '", "-Devidence=").hasLineCount(1);
  }

  /** Pieces of evidence of a fault, and five of a control. */
  private Path series(int faults) throws IOException {
    EvidenceCase fault = situation(false);
    EvidenceCase control = situation(true);
    for (int i = 1; i <= faults; i++) {
      save(RootLocale.format("series/%04d-killed", i), fault);
    }
    for (int i = 11; i <= 15; i++) {
      save(RootLocale.format("series/%04d-quiet", i), control);
    }
    Path series = folder.resolve("saved/series");
    TrialLog.create(
            series,
            new TrialHeader(
                TrialHeader.VERSION,
                "f",
                Instant.EPOCH,
                SYSTEM,
                "A store",
                1,
                1,
                List.of(
                    new TrialHeader.Tried("killed", fault.expect(), false, faults),
                    new TrialHeader.Tried("quiet", "none", true, 5)),
                List.of(),
                null))
        .close();
    return series;
  }

  @Test
  void baselineOfSavedEvidence_isWrittenOnPurpose_andAWorseDiagnoserFailsIt() throws Exception {
    Path series = series(10);
    Path baseline = folder.resolve("b.json");
    settings.put("baseline", baseline.toString());
    assertThat(diagnose(series, "semantic")).isOne();
    assertThat(complained()).contains("There is no baseline", "-Dbaseline.update=true");
    assertThat(said()).doesNotContain("grade");

    settings.put("baseline.update", "true");
    assertThat(diagnose(series, "semantic")).isZero();
    settings.remove("baseline.update");
    assertThat(said()).contains("Baseline written: " + baseline);

    settings.put("baseline.across", "diagnoser");
    assertThat(diagnose(series, "always-wrong")).isOne();
    assertThat(said()).containsPattern("series/killed +10/10 +0/10 +- +BROKEN");
    assertThat(complained()).contains("Worse than the baseline", "0/10 of all faults are right");
  }

  @Test
  void tooLittleEvidence_isNoPass_andHasAnExitCodeOfItsOwn() throws Exception {
    Path series = series(3);
    settings.put("baseline", folder.resolve("b.json").toString());
    settings.put("baseline.update", "true");
    assertThat(diagnose(series, "semantic")).isZero();
    settings.remove("baseline.update");

    assertThat(diagnose(series, "semantic")).isEqualTo(2);
    assertThat(complained()).contains("no pass: all faults: the baseline's 3 answers are too few");
  }

  @Test
  void otherEvidence_isNotComparedAndNothingIsAsked() throws Exception {
    Path series = series(10);
    settings.put("baseline", folder.resolve("b.json").toString());
    settings.put("baseline.update", "true");
    assertThat(diagnose(series, "semantic")).isZero();
    settings.remove("baseline.update");
    EvidenceJson.write(
        situation(true).evidence(), series.resolve("0003-killed").resolve("evidence.json"));
    out.reset();

    assertThat(diagnose(series, "semantic")).isOne();
    assertThat(complained()).contains("the content of series/killed has changed");
    assertThat(said()).doesNotContain("grade");
  }

  @Test
  void noDiagnoserThatCanBeAsked_isOneSentenceAndNothingIsAsked() throws Exception {
    Path own = save("run", situation(true));
    settings.put("ai.model", folder.resolve("no.gguf").toString());

    assertThat(diagnose(own, "llamacpp")).isOne();

    assertThat(complained()).hasLineCount(1);
    assertThat(said()).doesNotContain("questions");
  }

  private static void summary(Path run, String chapter, String expected) {
    ChapterResult result =
        new ChapterResult(
            2,
            chapter,
            "t",
            "e",
            ChapterVerdict.FAIL,
            "r",
            expected,
            "none",
            "w",
            0.1,
            0.1,
            0.1,
            RecoveryOutcome.RECOVERED,
            1,
            1,
            0.01,
            null,
            null,
            null);
    SummaryFile.write(
        run.resolve("summary.json"),
        new RunSummary(
            "run-1",
            SYSTEM,
            "A store",
            Instant.EPOCH,
            "local",
            "",
            "",
            "",
            Map.of(),
            "wise 1",
            1.0,
            1,
            1,
            Map.of(),
            List.of(result),
            RunState.ENDED));
  }
}
