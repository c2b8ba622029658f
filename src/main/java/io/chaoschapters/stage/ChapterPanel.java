package io.chaoschapters.stage;

import io.chaoschapters.stage.Waiting.Kind;
import io.chaoschapters.subject.Numbers;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Title, narration page by page, speaker notes when asked for, and what the show waits for. */
final class ChapterPanel {
  private static final int WIDE = 70;
  private static final int WIDE_BAR = 14;
  private static final int NARROW_BAR = 8;

  private ChapterPanel() {}

  static void draw(Canvas canvas, Scene scene) {
    if (scene.state().review().isOpen()) {
      ReviewPanel.draw(canvas, scene);
      return;
    }
    ChapterInfo chapter = scene.chapter();
    int bottom = canvas.height() - 1;
    if (chapter.title().isEmpty()) {
      welcome(canvas, scene.state().run());
    } else {
      canvas.text(0, 0, chapter.title(), Tone.STRONG);
      result(canvas, scene).ifPresent(result -> verdict(canvas, result, chapter, scene));
      int notes = scene.view().notes() ? notesRows(canvas.width(), canvas.height(), chapter) : 0;
      narration(canvas.part(0, 1, canvas.width(), bottom - 1 - notes), chapter, scene.view());
      if (notes > 0) {
        notes(canvas.part(0, bottom - notes, canvas.width(), notes), chapter);
      }
    }
    waiting(canvas.below(bottom), scene);
  }

  private static Optional<ChapterResult> result(Canvas canvas, Scene scene) {
    ChapterInfo chapter = scene.chapter();
    return chapter.ended()
        ? scene.state().summary().results().stream()
            .filter(result -> result.name().equals(chapter.name()))
            .findFirst()
        : Optional.empty();
  }

  /** In the rows that the narration leaves, in big letters when they are many. */
  private static void verdict(
      Canvas canvas, ChapterResult result, ChapterInfo chapter, Scene scene) {
    int bottom = canvas.height() - 1;
    int notes = scene.view().notes() ? notesRows(canvas.width(), canvas.height(), chapter) : 0;
    int used = 3 + TextLayout.wrap(chapter.narration(), canvas.width()).size();
    int free = bottom - notes - used;
    VerdictWords.draw(canvas, result, free, bottom - notes);
  }

  /** How many pages the narration takes in a panel of a size, its head included. */
  static int pages(ChapterInfo chapter, int panelColumns, int panelRows, boolean withNotes) {
    int columns = panelColumns - 2;
    int rows = panelRows - 1;
    int notes = withNotes ? notesRows(columns, rows, chapter) : 0;
    List<String> lines = TextLayout.wrap(chapter.narration(), columns);
    return NarrationPages.fitting(lines, rows - 2 - notes).count();
  }

  private static void welcome(Canvas canvas, RunInfo run) {
    List<String> lines = new ArrayList<>();
    lines.add(run.runtime().isEmpty() ? "starting …" : runtime(run));
    if (!run.standIn().isEmpty()) {
      lines.add("stand-in: " + run.standIn());
    }
    if (!run.diagnoser().isEmpty()) {
      lines.add("diagnoser " + run.diagnoser());
    }
    String title = run.headline().isEmpty() ? "Chaos Chapters" : run.headline();
    canvas.text(0, 0, title, Tone.STRONG);
    List<String> wrapped = new ArrayList<>();
    lines.forEach(line -> wrapped.addAll(TextLayout.wrap(line, canvas.width())));
    Canvas body = canvas.part(0, 0, canvas.width(), canvas.height() - 1);
    Lines.head(body, 2, wrapped, Tone.TEXT, "");
  }

  /** The reason names the runtime itself when it is a sentence. */
  private static String runtime(RunInfo run) {
    if (run.reason().contains(run.runtime())) {
      return run.reason();
    }
    return "runtime " + run.runtime() + (run.reason().isEmpty() ? "" : ": " + run.reason());
  }

  private static void narration(Canvas canvas, ChapterInfo chapter, ViewState view) {
    List<String> lines = TextLayout.wrap(chapter.narration(), canvas.width());
    int top = lines.size() < canvas.height() ? 1 : 0;
    NarrationPages pages = NarrationPages.fitting(lines, canvas.height());
    int page = Math.min(view.page(), pages.count() - 1);
    List<String> shown = pages.page(page);
    for (int i = 0; i < shown.size(); i++) {
      canvas.text(0, top + i, shown.get(i), Tone.TEXT);
    }
    if (pages.count() > 1) {
      String more = page + 1 < pages.count() ? ", space turns it" : "";
      canvas.text(
          0,
          canvas.height() - 1,
          RootLocale.format("… page %d of %d%s", page + 1, pages.count(), more),
          Tone.WARN);
    }
  }

  private static int notesRows(int columns, int rows, ChapterInfo chapter) {
    int lines = TextLayout.wrap("Notes: " + chapter.notes(), columns).size();
    return Math.min(lines, Math.max(1, (rows - 2) / 2));
  }

  private static void notes(Canvas canvas, ChapterInfo chapter) {
    String text = chapter.notes().isEmpty() ? "none for this chapter" : chapter.notes();
    List<String> lines = TextLayout.wrap("Notes: " + text, canvas.width());
    Lines.head(canvas, 0, lines, Tone.UNSURE, "");
  }

  static void waiting(Canvas row, Scene scene) {
    Waiting waiting = scene.state().waiting();
    String sign = row.symbols().pick("▶ ", "> ");
    switch (waiting.kind()) {
      case NOTHING -> {}
      case KEY, END -> {
        int column = row.text(0, 0, sign + waiting.what(), Tone.KEY);
        row.text(column + 2, 0, " space ", Tone.LABEL);
      }
      case REVIEW -> row.text(0, 0, sign + waiting.what(), Tone.KEY);
      case COUNTDOWN, CONDITION -> row.text(0, 0, sign + bounded(waiting, scene, row), Tone.KEY);
    }
  }

  private static String bounded(Waiting waiting, Scene scene, Canvas row) {
    if (Double.isNaN(waiting.atMost())) {
      return "waiting for " + waiting.what();
    }
    int columns = row.width() >= WIDE ? WIDE_BAR : NARROW_BAR;
    String bar = ProgressBar.of(waiting.progress(scene.now()), columns, row.symbols());
    double left = Math.max(0, Math.ceil(waiting.since() + waiting.atMost() - scene.now()));
    if (waiting.kind() == Kind.COUNTDOWN) {
      return waiting.what() + " in " + Numbers.plain(left) + " s  " + bar;
    }
    String atMost = Numbers.plain(Math.rint(waiting.atMost() * 10) / 10);
    String most = "  " + row.symbols().pick("≤ ", "<= ") + atMost + " s  ";
    int room = row.width() - most.length() - bar.length() - 2;
    String whole = "waiting for " + waiting.what();
    String words = TextLayout.width(whole) <= room ? whole : waiting.what();
    return TextLayout.fit(words, room, row.symbols()) + most + bar;
  }
}
