package io.chaoschapters.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.DiagnosisEvent;
import io.chaoschapters.run.RecoveryEvent;
import io.chaoschapters.run.RecoveryOutcome;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.SampleEvents;
import io.chaoschapters.run.ViolationEvent;
import io.chaoschapters.run.file.CutAnywhere;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  private static final String ATTACK =
      "<script>alert(1)</script>\" onload=\"x&amp;\u001b[31m\u202E";

  @TempDir Path folder;

  private static final ChapterResult FAILED =
      SampleRun.result(2, SampleRun.FAULT_CHAPTER, "The tank overflows", ChapterVerdict.FAIL);

  private SampleRun wholeRun() {
    return new SampleRun(folder)
        .started()
        .faultChapter()
        .ended(FAILED)
        .summary(FAILED, SampleRun.result(3, "03-later", "Later", ChapterVerdict.SKIPPED));
  }

  private Page page() throws IOException {
    return Page.read(HtmlReport.write(folder));
  }

  @Test
  void wholeRun_pageHoldsHeadVerdictsAndChapters() throws IOException {
    wholeRun();

    Page page = page();

    assertThat(page.text("//h1")).isEqualTo("A water tank");
    assertThat(page.text("//header"))
        .contains("Stand-in: a bucket in place of a tank")
        .contains("local: no engine answers")
        .contains("tank-1, tank-2: Bucket 1.2; pump: Pump v3")
        .contains("wise 1. It only guesses.")
        .contains("2 January 2026, 03:04:05 UTC")
        .contains("2 chapters: 1 fail, 1 skipped.");
    assertThat(page.text("//section[@id='verdicts']//tbody/tr[1]"))
        .isEqualTo("2. The tank overflows✗ failleakoverflow250 ms2 ms1 min 30 s");
    assertThat(page.text("//section[@id='verdicts']//tbody/tr[2]")).startsWith("3. Later- skipped");
    assertThat(page.text("//section[@id='chapter-02-the-tank-overflows']"))
        .contains("it answered 'overflow'")
        .contains("tap on t1 for 2 s")
        .contains("the level stays below the brim")
        .contains("saw it: water runs")
        .contains("✗ no")
        .contains("the level rises");
    assertThat(page.count("//pre")).isEqualTo(3);
  }

  @Test
  void wholeRun_pageCanBeReadWithoutSightAndByKeyboard() throws IOException {
    wholeRun();

    Page page = page();

    assertThat(page.text("/html/@lang")).isEqualTo("en");
    assertThat(page.count("//header | //main | //footer")).isEqualTo(3);
    assertThat(page.count("//h1")).isOne();
    assertThat(page.text("/html/body/*[1]/@href")).isEqualTo("#verdicts");
    assertThat(page.count("//table[not(caption)] | //th[not(@scope)]")).isZero();
    assertThat(page.count("//svg[not(@role='img')] | //svg[not(title and desc)]")).isZero();
    assertThat(page.count("//*[@role='region'][not(@tabindex='0')]")).isZero();
    assertThat(page.danglingReferences()).isEmpty();
    assertThat(page.duplicateIds()).isEmpty();
  }

  @Test
  void wholeRun_pageAsksForNothingElse() throws IOException {
    wholeRun();

    Page page = page();

    assertThat(page.count("//script | //link | //img | //iframe | //object | //@src")).isZero();
    assertThat(page.count("//@href[not(starts-with(., '#'))]")).isZero();
    assertThat(page.text("//style")).doesNotContain("url(").doesNotContain("@import");
    assertThat(page.text("//meta[@http-equiv]/@content")).contains("default-src 'none'");
  }

  @Test
  void faultChapter_plotHasLimitFaultAndGap() throws IOException {
    wholeRun();

    Page page = page();

    assertThat(page.count("//svg")).isOne();
    assertThat(page.count("//svg/path[@class='limit']")).isOne();
    assertThat(page.count("//svg/rect[@class='fault']")).isOne();
    assertThat(page.count("//svg/line[@class='fault-edge']")).isEqualTo(2);
    assertThat(page.count("//svg/line[@class='unknown']")).isOne();
    assertThat(page.text("//svg/path[@class='course']/@d"))
        .as("an unknown reading ends the curve")
        .matches("M[\\d. ]+M[\\d. ]+");
    assertThat(page.text("//svg/desc"))
        .contains("Lowest 2 l, highest 7.5 l, last 7.5 l.")
        .contains("Limit 5 l.")
        .contains("Unknown in 1 of 3 observations.");
    assertThat(page.text("//table[starts-with(caption, 'Figures')]//tbody/tr[2]/td"))
        .isEqualTo("unknown: the float is stuck");
  }

  @Test
  void textFromOutside_isNeverMarkup() throws IOException {
    ChapterResult hostile =
        SampleRun.result(2, SampleRun.FAULT_CHAPTER, ATTACK, ChapterVerdict.FAIL);
    new SampleRun(folder)
        .started()
        .begun(SampleRun.FAULT_CHAPTER, 2, ATTACK)
        .event(
            new ViolationEvent.Raised(ATTACK, ATTACK, ATTACK, 1, ATTACK, ATTACK),
            new DiagnosisEvent.Asked(ATTACK, ATTACK, "log line " + ATTACK),
            SampleEvents.answered(ATTACK, ATTACK),
            new RunEvent.Note(ATTACK))
        .observed(1.0)
        .ended(hostile)
        .summary(hostile);
    Page page = page();
    assertThat(page.source()).doesNotContain("<script").doesNotContain("\u001b", "\u202E");
    assertThat(page.count("//@onload")).isZero();
    assertThat(page.text("//section[@class='chapter']/h2")).contains("<script>alert(1)</script>");
    assertThat(page.text("//pre[1]")).startsWith("log line <script>");
  }

  @Test
  void runCutOff_pageSaysSoAndTakesTheJournal() throws IOException {
    new SampleRun(folder).started().faultChapter().torn();
    SampleRun unfinished = new SampleRun(Files.createDirectory(folder.resolve("other")));
    unfinished.started().begun("01-fill", 1, "Fill");
    Page page = page();
    Page other = Page.read(HtmlReport.write(unfinished.folder));
    assertThat(page.text("//header")).contains("This run was cut off.", "wise 1", "A water tank");
    assertThat(page.text("//footer"))
        .contains("summary.json is missing")
        .contains("1 line of the journal could not be read");
    assertThat(page.text("//section[@class='chapter']"))
        .contains("… cut off")
        .contains("Judged 'FAIL' before the run was cut off.")
        .contains("began; its end is not in the journal")
        .contains("anomaly: overflow")
        .contains("the level rose");
    assertThat(other.text("//section[@class='chapter']"))
        .contains("The journal holds no observation of this chapter.")
        .contains("No diagnoser was asked");
  }

  @Test
  void resultMissingInTheJournal_isTakenFromTheSummary() throws IOException {
    new SampleRun(folder).started().faultChapter().summary(FAILED);
    assertThat(page().text("//section[@id='verdicts']//tbody/tr[1]"))
        .isEqualTo("2. The tank overflows✗ failleakoverflow250 ms2 ms1 min 30 s");
  }

  @Test
  void answerMissingInTheJournal_saysWhoAnswered() throws IOException {
    new SampleRun(folder).started().begun(SampleRun.FAULT_CHAPTER, 2, "A").summary(FAILED);
    assertThat(page().text("//section[@class='chapter']"))
        .contains("wise 1 answered; how is not in the journal.");
  }

  @Test
  void journalMissing_pageIsMadeFromTheSummary() throws IOException {
    wholeRun();
    Files.delete(folder.resolve("journal.jsonl"));

    Page page = page();

    assertThat(page.text("//footer")).contains("journal.jsonl is missing or empty");
    assertThat(page.text("//section[@id='verdicts']")).contains("✗ fail");
  }

  @Test
  void longRun_pageStaysSmall() throws IOException {
    SampleRun run = wholeRun().begun("04-long", 4, "Long");
    run.event(new DiagnosisEvent.Asked("wise", "1", "x".repeat(3_000_000)));
    for (int i = 0; i < 3_000; i++) {
      run.observed(i == 1_500 ? null : i % 7.0).event(new RunEvent.Note("note"));
    }

    Page page = page();

    assertThat(page.source().length()).isLessThan(400_000);
    assertThat(page.text("//details"))
        .contains("Cut here: 40,000 of 3,000,000 characters are shown.")
        .contains("chapters/04-long/evidence.md");
    assertThat(page.text("//section[@id='chapter-04-long']"))
        .contains("Cut here: 200 of 3002 events are shown.")
        .contains("Lowest 0 l, highest 6 l");
    assertThat(page.count("//section[@id='chapter-04-long']//line[@class='unknown']")).isOne();
  }

  @Test
  void recoveryFailed_noTimeIsShown() throws IOException {
    new SampleRun(folder)
        .started()
        .faultChapter()
        .event(
            new RecoveryEvent.Failed(RecoveryOutcome.NOT_RECOVERED, 90, "the tank is empty"),
            SampleRun.result(
                2,
                SampleRun.FAULT_CHAPTER,
                "Overflow",
                ChapterVerdict.FAIL,
                RecoveryOutcome.NOT_RECOVERED));

    Page page = page();

    assertThat(page.text("//section[@id='verdicts']//tbody/tr[1]")).endsWith("✗ not recovered");
    assertThat(page.text("//section[@class='chapter']"))
        .contains("✗ not recovered")
        .contains("not recovered: the tank is empty")
        .doesNotContain("Recovered in1 min 30 s");
  }

  @Test
  void folderOfNoRun_isRefusedInOneSentence() {
    assertThatThrownBy(() -> HtmlReport.write(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not the folder of a run");
  }

  @Test
  void summaryCutAnywhere_pageIsMadeFromTheJournal() throws Exception {
    new SampleRun(folder)
        .started()
        .faultChapter()
        .ended()
        .summary(
            SampleRun.result(
                2,
                SampleRun.FAULT_CHAPTER,
                "Der Überlauf ▄",
                ChapterVerdict.FAIL,
                RecoveryOutcome.RECOVERED));
    CutAnywhere.of(
        folder.resolve("summary.json"),
        left -> assertThat(page().text("//h1")).isEqualTo("A water tank"));
    Files.writeString(folder.resolve("summary.json"), "{\"run\" : \"ru");
    assertThat(page().text("//footer"))
        .contains("summary.json is damaged: what is here comes from the other files.")
        .doesNotContain("no chapter had ended");
  }
}
