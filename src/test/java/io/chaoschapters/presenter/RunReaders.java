package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.presenter.live.TimingTable;
import io.chaoschapters.report.HtmlReport;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.JournalEntry;
import io.chaoschapters.run.RunSummary;
import io.chaoschapters.run.file.JournalFile;
import io.chaoschapters.run.file.SummaryFile;
import io.chaoschapters.run.view.ChapterView;
import io.chaoschapters.run.view.FaultView;
import io.chaoschapters.run.view.LoadView;
import io.chaoschapters.run.view.RunProjection;
import io.chaoschapters.run.view.RunView;
import io.chaoschapters.run.view.Summaries;
import io.chaoschapters.stage.FrameRenderer;
import io.chaoschapters.stage.frame.Frame;
import io.chaoschapters.stage.frame.Palette;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.panel.Panels;
import io.chaoschapters.stage.panel.ViewState;
import io.chaoschapters.stage.plain.PlainStage;
import io.chaoschapters.stage.plain.SpeakerNotes;
import io.chaoschapters.stage.recording.Cast;
import io.chaoschapters.stage.recording.RunRecording;
import io.chaoschapters.stage.text.Symbols;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Plays the journal of a run that was really made through everything that reads journals. */
final class RunReaders {
  private static final Theme THEME = new Theme(Palette.DARK, Symbols.UNICODE);
  private static final int[][] SIZES = {{60, 20}, {80, 24}, {120, 36}, {200, 60}};

  private final Path run;
  private final List<JournalEntry> entries;
  private final RunView view;

  private RunReaders(Path run) {
    this.run = run;
    JournalFile journal = JournalFile.read(run.resolve(JournalFile.NAME));
    assertThat(journal.unreadableLines()).isZero();
    this.entries = journal.entries();
    RunProjection projection = new RunProjection();
    entries.forEach(projection::on);
    this.view = projection.view();
  }

  /**
   * Fails when a reader does not find in it what the run has left elsewhere, or cannot read it.
   *
   * @param draft a folder for what readers write
   * @return the events
   */
  static List<JournalEntry> readAll(Path run, Path draft) throws IOException {
    Path copy = Files.createDirectories(draft.resolve("run"));
    for (String name : List.of(JournalFile.NAME, "summary.json")) {
      Files.copy(run.resolve(name), copy.resolve(name));
    }
    RunReaders readers = new RunReaders(copy);
    readers.ends();
    readers.summary();
    readers.stage();
    readers.plainLog();
    readers.report();
    readers.recording();
    readers.picture();
    readers.notes(draft.resolve("notes.txt"));
    return readers.entries;
  }

  /** What began is told to be over. */
  private void ends() {
    assertThat(view.plays())
        .flatExtracting(ChapterView::faults)
        .filteredOn(FaultView::wasInjected)
        .allMatch(FaultView::isOver);
    assertThat(view.plays())
        .flatExtracting(ChapterView::loads)
        .extracting(LoadView::outcomes)
        .doesNotContainNull();
    assertThat(view.waiting()).isNull();
  }

  private void summary() {
    RunSummary written = SummaryFile.read(run.resolve("summary.json"));
    assertThat(Summaries.of(view, written.state())).contains(written);
  }

  /** Whatever the moment and the size: a frame, and each panel by itself. */
  private void stage() {
    RunView now = RunView.live();
    for (JournalEntry entry : entries) {
      now = now.apply(entry);
      for (int[] size : SIZES) {
        draw(now, ViewState.initial(), size[0], size[1]);
      }
      for (int key = 1; key <= Panels.ALL.size(); key++) {
        draw(now, ViewState.initial().withZoom(key), 100, 30);
      }
      draw(now, ViewState.initial().withOverlay(ViewState.Overlay.EVIDENCE), 100, 30);
    }
  }

  private static void draw(RunView now, ViewState looked, int columns, int rows) {
    Frame frame = FrameRenderer.draw(now, looked, columns, rows, THEME, now.at());
    assertThat(frame.text()).isNotBlank().doesNotContain("null", "NaN");
  }

  private void plainLog() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    entries.forEach(new RunProjection(new PlainStage(out, Symbols.ASCII))::on);
    String printed = bytes.toString(StandardCharsets.UTF_8);
    assertThat(printed).contains("STARTED", "READY", "ENDED").doesNotContain("null", "NaN");
    view.results().forEach(result -> assertThat(printed).contains(result.name()));
  }

  private void report() throws IOException {
    String page = Files.readString(HtmlReport.write(run));
    assertThat(page).doesNotContain("This run was cut off.", ">null", "NaN");
    assertThat(view.results())
        .allSatisfy(result -> assertThat(page).contains("id=\"chapter-" + result.name()));
  }

  private void recording() {
    RunRecording.write(run, THEME);
    List<String> titles =
        view.plays().stream().filter(p -> p.announced() != null).map(p -> p.title()).toList();
    assertThat(Cast.read(run.resolve("show.cast")).events())
        .filteredOn(event -> event.kind().equals("m"))
        .extracting(Cast.Event::data)
        .containsExactlyElementsOf(titles);
  }

  private void picture() {
    view.plays().stream()
        .filter(play -> play.judged() != null)
        .map(play -> Integer.toString(play.number()))
        .forEach(number -> assertThat(Picture.frame(entries, number, THEME).text()).isNotBlank());
    List<String> lines = TimingTable.lines(view);
    assertThat(lines).hasSize(view.chapters().size() + 2);
  }

  private void notes(Path file) throws IOException {
    entries.forEach(new RunProjection(new SpeakerNotes(file))::on);
    for (ChapterResult result : view.results()) {
      if (view.attempts(result.name()) > 0) {
        assertThat(Files.readString(file)).contains(result.title());
      }
    }
  }
}
