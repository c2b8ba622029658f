package io.chaoschapters.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.journal.CutAnywhere;
import io.chaoschapters.journal.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  private static final String ATTACK =
      "<script>alert(1)</script>\" onload=\"x&amp;\u001b[31m\u202E";

  @TempDir Path folder;

  private SampleRun wholeRun() throws IOException {
    return new SampleRun(folder)
        .started()
        .faultChapter()
        .ended()
        .file("evidence.md", "the level rose")
        .file("prompt.txt", "What is wrong?")
        .file("answer.txt", "An overflow, I guess.")
        .file(
            "answer.json",
            """
            {"diagnoser":"wise","verdict":"ANOMALY","terms":["overflow"],"component":null,
             "mechanism":"too much water","confidence":0.8,
             "citations":[{"source":"level","value":"7.5 l","grounded":false}],
             "alternatives":[{"term":"leak","whyNot":"the level rises"}]}
            """)
        .summary(
            SampleRun.result(2, SampleRun.FAULT_CHAPTER, "The tank overflows", ChapterVerdict.FAIL),
            SampleRun.result(3, "03-later", "Later", ChapterVerdict.SKIPPED));
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
        .isEqualTo("unknown");
  }

  @Test
  void textFromOutside_isNeverMarkup() throws IOException {
    new SampleRun(folder)
        .started()
        .scheduled(SampleRun.FAULT_CHAPTER, 2, ATTACK)
        .event(EventType.CHAPTER_STARTED, Map.of("title", ATTACK))
        .event(EventType.VIOLATION_RAISED, Map.of("statement", ATTACK, "unit", ATTACK))
        .event(EventType.CHAPTER_SKIPPED, Map.of("reason", ATTACK))
        .observed(1.0)
        .ended()
        .file("evidence.md", "log line " + ATTACK)
        .file("answer.txt", ATTACK)
        .file("answer.json", "{\"verdict\":\"ANOMALY\",\"mechanism\":\"<script>x</script>\"}")
        .summary(SampleRun.result(2, SampleRun.FAULT_CHAPTER, ATTACK, ChapterVerdict.FAIL));

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
    unfinished.started().scheduled("01-fill", 1, "Fill").event(EventType.CHAPTER_STARTED, Map.of());

    Page page = page();
    Page other = Page.read(HtmlReport.write(unfinished.folder));

    assertThat(page.text("//header")).contains("This run was cut off.");
    assertThat(page.text("//footer"))
        .contains("summary.json is missing")
        .contains("1 line of the journal could not be read");
    assertThat(page.text("//section[@class='chapter']"))
        .contains("… cut off")
        .contains("Judged 'FAIL' before the run was cut off.")
        .contains("anomaly: overflow")
        .contains("the level rose from the journal");
    assertThat(other.text("//section[@class='chapter']"))
        .contains("The journal holds no observation of this chapter.")
        .contains("No diagnoser was asked");
  }

  @Test
  void answerCutInTheMiddle_journalsAnswerIsShown() throws IOException {
    new SampleRun(folder).started().faultChapter().file("answer.json", "{\"verdict\":\"ANO");

    assertThat(page().text("//section[@class='chapter']")).contains("anomaly: overflow");
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
    SampleRun run = wholeRun().file("evidence.md", "x".repeat(3_000_000));
    run.scheduled("04-long", 4, "Long").event(EventType.CHAPTER_STARTED, Map.of());
    for (int i = 0; i < 3_000; i++) {
      run.observed(i == 1_500 ? null : i % 7.0).event(EventType.NOTE, Map.of("text", "note"));
    }

    Page page = page();

    assertThat(page.source().length()).isLessThan(400_000);
    assertThat(page.text("//details"))
        .contains("Cut here: 40,000 of 3,000,000 characters are shown.")
        .contains("chapters/" + SampleRun.FAULT_CHAPTER + "/evidence.md");
    assertThat(page.text("//section[@id='chapter-04-long']"))
        .contains("Cut here: 200 of 3001 events are shown.")
        .contains("Lowest 0 l, highest 6 l");
    assertThat(page.count("//section[@id='chapter-04-long']//line[@class='unknown']")).isOne();
  }

  @Test
  void recoveryFailed_noTimeIsShown() throws IOException {
    new SampleRun(folder)
        .started()
        .faultChapter()
        .event(EventType.RECOVERY_FAILED, Map.of("reason", "the tank is empty"))
        .summary(
            SampleRun.result(
                2, SampleRun.FAULT_CHAPTER, "Overflow", ChapterVerdict.FAIL, "NOT_RECOVERED"));

    Page page = page();

    assertThat(page.text("//section[@id='verdicts']//tbody/tr[1]")).endsWith("✗ not recovered");
    assertThat(page.text("//section[@class='chapter']"))
        .contains("✗ not recovered")
        .contains("not recovered: the tank is empty")
        .doesNotContain("1 min 30 s");
  }

  @Test
  void folderOfNoRun_isRefusedInOneSentence() {
    assertThatThrownBy(() -> HtmlReport.write(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not the folder of a run");
  }

  @Test
  void fileCutAnywhere_pageIsMadeFromTheOthers() throws Exception {
    new SampleRun(folder)
        .started()
        .faultChapter()
        .file("answer.json", "{\"verdict\":\"ANOMALY\",\"term\":\"überlauf ▄\"}")
        .file("evidence.md", "the level ▄ rose")
        .file("prompt.txt", "What ▄ is it?")
        .ended()
        .summary(
            SampleRun.result(
                2, SampleRun.FAULT_CHAPTER, "Der Überlauf ▄", ChapterVerdict.FAIL, "RECOVERED"));
    Path chapter = folder.resolve("chapters").resolve(SampleRun.FAULT_CHAPTER);
    for (String name : List.of("answer.json", "evidence.md", "prompt.txt")) {
      CutAnywhere.of(
          chapter.resolve(name), left -> assertThat(page().text("//h1")).isEqualTo("A water tank"));
    }
    CutAnywhere.of(
        folder.resolve("summary.json"),
        left -> assertThat(page().text("//h1")).isEqualTo("A water tank"));
    Files.writeString(folder.resolve("summary.json"), "{\"run\" : \"ru");
    assertThat(page().text("//footer"))
        .contains("summary.json is damaged: what is here comes from the other files.")
        .doesNotContain("no chapter had ended");
  }
}
