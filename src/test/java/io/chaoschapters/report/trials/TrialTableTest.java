package io.chaoschapters.report.trials;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.grading.Grade.Outcome;
import io.chaoschapters.report.HtmlReport;
import io.chaoschapters.report.trials.TrialHeader.Asked;
import io.chaoschapters.report.trials.TrialHeader.Tried;
import io.chaoschapters.run.AgentWork;
import io.chaoschapters.run.AgentWork.Ending;
import io.chaoschapters.run.AnswerMarks;
import io.chaoschapters.run.file.CutAnywhere;
import io.chaoschapters.run.file.Journal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTableTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  static TrialHeader header() {
    return new TrialHeader(
        TrialHeader.VERSION,
        "f00",
        NOW,
        "tank",
        "A water tank",
        7,
        3,
        List.of(new Tried("leak", "a, \"leak\"", false, 3), new Tried("calm", "none", true, 3)),
        List.of(new Asked("wise", "1", false), new Asked("guess", "1", true)),
        null);
  }

  static TrialResult measured(int number, String experiment, Outcome wise, Outcome guess) {
    return new TrialResult(
        number,
        experiment,
        TrialOutcome.MEASURED,
        "",
        NOW,
        5,
        experiment.equals("leak") ? 0.5 : null,
        List.of(
            new TrialAnswer("wise", wise, "x", "y", 1.5, 100, 20, 0.01, null),
            new TrialAnswer("guess", guess, "x", "y", 0.0, null, null, null, null)),
        null);
  }

  private static TrialTable table() {
    List<TrialResult> results = new ArrayList<>();
    results.add(measured(1, "leak", Outcome.RIGHT, Outcome.WRONG_TERM));
    results.add(measured(2, "calm", Outcome.FALSE_ALARM, Outcome.RIGHT));
    results.add(measured(3, "leak", Outcome.OVER_BLAMED, Outcome.MISSED));
    results.add(measured(4, "calm", Outcome.RIGHT, Outcome.UNSURE));
    results.add(
        new TrialResult(
            5,
            "leak",
            TrialOutcome.INVALID_INJECTION,
            "No witness saw it.",
            NOW,
            2,
            null,
            List.of(),
            null));
    results.add(
        new TrialResult(
            6,
            "calm",
            TrialOutcome.MEASURED,
            "",
            NOW,
            2,
            null,
            List.of(
                TrialAnswer.error("wise", "the server is down"),
                new TrialAnswer("guess", Outcome.INVALID, "x", "y", 0.0, null, null, null, null)),
            null));
    return TrialTable.of(header(), "local", "a bucket", results);
  }

  @Test
  void answers_areCountedByWhatTheyAreWorth() {
    TrialRow leak = table().row("wise", "leak").orElseThrow();

    assertThat(leak.right()).isEqualTo(new Proportion(1, 2));
    assertThat(leak.wrong()).isEqualTo(1);
    assertThat(leak.errors()).isEqualTo(1);
    assertThat(leak.detect()).isEqualTo(new Times(2, 0.5, 0.5));
    assertThat(leak.promptTokens()).isEqualTo(200);
    assertThat(leak.cost()).isEqualTo(0.02);
  }

  @Test
  void trialThatTheRuntimeCannotMake_isSkippedAndNoError() {
    TrialResult notHere =
        new TrialResult(
            1, "leak", TrialOutcome.NOT_POSSIBLE, "no valve", NOW, 2, null, List.of(), null);
    TrialRow leak =
        TrialTable.of(header(), "local", "", List.of(notHere)).row("wise", "leak").orElseThrow();

    assertThat(leak.skipped()).isEqualTo(1);
    assertThat(leak.errors()).isZero();
    assertThat(leak.right()).isEqualTo(new Proportion(0, 0));
  }

  @Test
  void noAnswer_isAnErrorAndNoMiss() {
    TrialRow calm = table().row("wise", "calm").orElseThrow();

    assertThat(calm.right()).isEqualTo(new Proportion(1, 2));
    assertThat(calm.falseAlarms()).isEqualTo(1);
    assertThat(calm.errors()).isEqualTo(1);
  }

  @Test
  void baseline_hasItsRows() {
    TrialTable table = table();

    assertThat(table.row("guess", TrialRow.FAULTS).orElseThrow().missed()).isEqualTo(1);
    assertThat(table.row("guess", TrialRow.CONTROLS).orElseThrow().unreadable()).isEqualTo(1);
    assertThat(table.row("guess", TrialRow.CONTROLS).orElseThrow().unsure()).isEqualTo(1);
    assertThat(table.row("guess", TrialRow.FAULTS).orElseThrow().cost()).isNull();
  }

  @Test
  void text_hasARowAnExperimentAndEachFailure() {
    List<String> lines = TrialText.lines(table());

    assertThat(lines).anySatisfy(line -> assertThat(line).contains("leak", "1/2", "9-91 %"));
    assertThat(lines).anySatisfy(line -> assertThat(line).contains("all controls"));
    assertThat(lines).contains("Stand-in: a bucket.");
    assertThat(lines).contains("  trial 5, leak: invalid injection. No witness saw it.");
    assertThat(lines).noneSatisfy(line -> assertThat(line).contains("Beware"));
  }

  private static TrialAnswer ofAgent(Outcome grade, Ending ending, int calls) {
    AgentWork work =
        new AgentWork(
            "acp", "kept in a box", ending, calls, 100L * calls, calls == 0 ? null : 2.5, 0, null);
    return new TrialAnswer("wise", grade, "x", "y", 1.5, null, null, null, work);
  }

  @Test
  void agents_areToldByHowTheyEnded(@TempDir Path folder) {
    List<TrialResult> results = new ArrayList<>();
    List<TrialAnswer> answers =
        List.of(
            ofAgent(Outcome.RIGHT, Ending.SUBMITTED, 4),
            ofAgent(Outcome.NEVER_CONNECTED, Ending.NEVER_CONNECTED, 0),
            ofAgent(Outcome.PEEKED, Ending.PEEKED, 1));
    for (TrialAnswer answer : answers) {
      results.add(
          new TrialResult(
              results.size() + 1,
              "leak",
              TrialOutcome.MEASURED,
              "",
              NOW,
              2,
              0.5,
              List.of(answer),
              null));
    }
    TrialTable table = TrialTable.of(header(), "local", "a bucket", results);
    TrialRow row = table.row("wise", "leak").orElseThrow();

    assertThat(row.right()).isEqualTo(new Proportion(1, 3));
    assertThat(row.unreadable()).isEqualTo(2);
    assertThat(row.agent())
        .isEqualTo(new AgentFigures(1, 0, 0, 0, 1, 1, 1, 100, 2.5, List.of("kept in a box")));
    assertThat(String.join("\n", TrialMarkdown.lines(table, List.of())))
        .contains(
            "- wise, all faults: never connected 1, ",
            "peeked 1, used no tool 1; median 1.0 calls");
    assertThat(TrialCsv.text(table)).contains(",1,0,0,0,1,1,1.0,100.0,2.5,kept in a box\r\n");
    TrialTableFile.write(folder, table);
    assertThat(TrialTableFile.read(folder.resolve(TrialTableFile.JSON_FILE))).isEqualTo(table);
  }

  private static TrialResult marked(int number, Outcome grade, AnswerMarks marks) {
    List<TrialAnswer> answers =
        List.of(new TrialAnswer("wise", grade, "x", "y", 1.5, null, null, null, null));
    return new TrialResult(number, "leak", TrialOutcome.MEASURED, "", NOW, 2, 0.5, answers, marks);
  }

  /**
   * Being right where the system says the answer is worth less; being late explains a wrong one.
   */
  @Test
  void marksOfEvidence_areCountedApart(@TempDir Path folder) {
    AnswerMarks named = new AnswerMarks(0.2, false, List.of("leak"), null);
    TrialTable table =
        TrialTable.of(
            header(),
            "local",
            "",
            List.of(
                marked(1, Outcome.RIGHT, named),
                marked(2, Outcome.WRONG_TERM, named),
                marked(3, Outcome.RIGHT, new AnswerMarks(5.1, true, List.of(), null))));
    TrialRow row = table.row("wise", "leak").orElseThrow();

    assertThat(row.right().hits()).isEqualTo(2);
    assertThat(row.namedBySystem()).isEqualTo(1);
    assertThat(row.afterFault()).isEqualTo(1);
    assertThat(row.asked()).isEqualTo(new Times(3, 0.2, 5.1));
    assertThat(TrialColumns.cells(row).subList(11, 14)).containsExactly("0.20 5.10", "1", "1");
    assertThat(TrialCsv.text(table)).contains(",0.5,0.5,0.2,5.1,1,1,1.5,");
    assertThat(String.join("\n", TrialMarkdown.lines(table, List.of()))).contains("said by system");
    TrialTableFile.write(folder, table);
    assertThat(TrialTableFile.read(folder.resolve(TrialTableFile.JSON_FILE))).isEqualTo(table);
  }

  @Test
  void csv_quotesWhatNeedsIt() {
    List<String> lines = TrialCsv.text(table()).lines().toList();

    assertThat(lines).hasSize(1 + 2 * 4);
    assertThat(lines.get(1)).startsWith("wise,leak,\"a, \"\"leak\"\"\",3,2,1,0.09");
    assertThat(lines.get(0).split(",")).hasSize(36);
  }

  @Test
  void json_isReadBackAsItWas(@TempDir Path folder) {
    TrialTable table = table();
    TrialTableFile.write(folder, table);

    assertThat(TrialTableFile.read(folder.resolve(TrialTableFile.JSON_FILE))).isEqualTo(table);
    assertThat(folder).isDirectoryContaining("glob:**trials.csv");
  }

  @Test
  void baselineThatIsMostlyRight_isWarnedOf() {
    List<TrialResult> results = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      results.add(measured(i, i % 2 == 0 ? "leak" : "calm", Outcome.RIGHT, Outcome.RIGHT));
    }
    TrialTable table = TrialTable.of(header(), "local", "", results);

    assertThat(table.goodBaselines()).containsExactly("guess");
    assertThat(TrialText.lines(table))
        .anySatisfy(line -> assertThat(line).contains("Beware: the trivial baseline 'guess'"));
  }

  @Test
  void tableCutAnywhere_reportIsMadeFromTheOtherFiles(@TempDir Path folder) throws Exception {
    try (Journal journal = Journal.create(folder.resolve("journal.jsonl"), Clock.systemUTC())) {
      journal.note("a water tank is tried");
    }
    TrialTableFile.write(folder, TrialTable.of(header(), "▄", "", List.of()));
    Path file = folder.resolve(TrialTableFile.JSON_FILE);
    long length = Files.size(file);

    CutAnywhere.of(
        file,
        left ->
            assertThat(Files.readString(HtmlReport.write(folder)))
                .contains(
                    left.length == length
                        ? "0 of 6 trials were made."
                        : "trials.json is damaged: what is here comes from the other files."));
  }
}
