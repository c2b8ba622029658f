package io.chaoschapters.stage.panel;

import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.PresenterEvent;
import io.chaoschapters.run.Waiting.Kind;
import io.chaoschapters.run.view.ChapterView;
import io.chaoschapters.run.view.RunFacts;
import io.chaoschapters.run.view.WaitView;
import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Lines;
import io.chaoschapters.stage.frame.ProgressBar;
import io.chaoschapters.stage.frame.Tone;
import io.chaoschapters.stage.text.NarrationPages;
import io.chaoschapters.stage.text.TextLayout;
import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** Title, narration page by page, speaker notes when asked for, and what the show waits for. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChapterPanel implements Panel {
  private static final int WIDE = 70;
  private static final int WIDE_BAR = 14;
  private static final int NARROW_BAR = 8;

  @Override
  public String title() {
    return "CHAPTER";
  }

  @Override
  public String hint(Scene scene, int columns) {
    int number = scene.chapter().number();
    if (number == 0) {
      return "";
    }
    String place = number + " of " + Math.max(number, scene.run().count());
    boolean back = !scene.chapter().name().equals(scene.run().current().name());
    return back ? place + ", turned back" : place;
  }

  @Override
  public boolean takesTurns() {
    return false;
  }

  @Override
  public void draw(Canvas canvas, Scene scene) {
    PresenterEvent.ReviewOpened review = scene.run().review();
    if (review != null) {
      ReviewPanel.draw(canvas, scene.chapter().title(), review);
      return;
    }
    ChapterView chapter = scene.chapter();
    int bottom = canvas.height() - 1;
    if (chapter.title().isEmpty()) {
      welcome(canvas, scene.run().facts());
    } else {
      canvas.text(0, 0, chapter.title(), Tone.STRONG);
      if (chapter.result() != null) {
        verdict(canvas, chapter.result(), chapter, scene);
      }
      int notes = scene.view().notes() ? notesRows(canvas.width(), canvas.height(), chapter) : 0;
      narration(canvas.part(0, 1, canvas.width(), bottom - 1 - notes), chapter, scene.view());
      if (notes > 0) {
        notes(canvas.part(0, bottom - notes, canvas.width(), notes), chapter);
      }
    }
    waiting(canvas.below(bottom), scene);
  }

  /** In the rows that the narration leaves, in big letters when they are many. */
  private static void verdict(
      Canvas canvas, ChapterResult result, ChapterView chapter, Scene scene) {
    int bottom = canvas.height() - 1;
    int notes = scene.view().notes() ? notesRows(canvas.width(), canvas.height(), chapter) : 0;
    int used = 3 + TextLayout.wrap(chapter.narration(), canvas.width()).size();
    int free = bottom - notes - used;
    VerdictWords.draw(canvas, result, chapter.named(), free, bottom - notes);
  }

  /** How many pages the narration takes in a panel of a size, its head included. */
  public static int pages(ChapterView chapter, int panelColumns, int panelRows, boolean withNotes) {
    int columns = panelColumns - 2;
    int rows = panelRows - 1;
    int notes = withNotes ? notesRows(columns, rows, chapter) : 0;
    List<String> lines = TextLayout.wrap(chapter.narration(), columns);
    return NarrationPages.fitting(lines, rows - 2 - notes).count();
  }

  private static void welcome(Canvas canvas, RunFacts facts) {
    List<String> lines = new ArrayList<>();
    lines.add(facts.runtime().isEmpty() ? "starting …" : facts.runtime());
    facts.standIn().ifPresent(standIn -> lines.add("stand-in: " + standIn));
    if (!facts.diagnoser().isEmpty()) {
      lines.add("diagnoser " + facts.diagnoser());
    }
    canvas.text(0, 0, facts.title().isEmpty() ? "Chaos Chapters" : facts.title(), Tone.STRONG);
    List<String> wrapped = new ArrayList<>();
    lines.forEach(line -> wrapped.addAll(TextLayout.wrap(line, canvas.width())));
    Canvas body = canvas.part(0, 0, canvas.width(), canvas.height() - 1);
    Lines.head(body, 2, wrapped, Tone.TEXT, "");
  }

  private static void narration(Canvas canvas, ChapterView chapter, ViewState view) {
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

  private static int notesRows(int columns, int rows, ChapterView chapter) {
    int lines = TextLayout.wrap("Notes: " + chapter.notes(), columns).size();
    return Math.min(lines, Math.max(1, (rows - 2) / 2));
  }

  private static void notes(Canvas canvas, ChapterView chapter) {
    String text = chapter.notes().isEmpty() ? "none for this chapter" : chapter.notes();
    List<String> lines = TextLayout.wrap("Notes: " + text, canvas.width());
    Lines.head(canvas, 0, lines, Tone.UNSURE, "");
  }

  /** Draws what is waited for, and how long at most. */
  static void waiting(Canvas row, Scene scene) {
    WaitView waiting = scene.run().waiting();
    if (waiting == null) {
      return;
    }
    String sign = row.symbols().pick("▶ ", "> ");
    if (waiting.kind() == Kind.CUE || waiting.kind() == Kind.LAST_CUE) {
      int column = row.text(0, 0, sign + waiting.what(), Tone.KEY);
      row.text(column + 2, 0, " space ", Tone.LABEL);
    } else {
      row.text(0, 0, sign + bounded(waiting, scene, row), Tone.KEY);
    }
  }

  private static String bounded(WaitView waiting, Scene scene, Canvas row) {
    Double most = waiting.waiting().atMost();
    if (most == null) {
      return "waiting for " + waiting.what();
    }
    int columns = row.width() >= WIDE ? WIDE_BAR : NARROW_BAR;
    String bar = ProgressBar.of(waiting.progress(scene.now()), columns, row.symbols());
    if (waiting.kind() == Kind.COUNTDOWN) {
      String left = Numbers.plain(Math.ceil(waiting.left(scene.now())));
      return waiting.what() + " in " + left + " s  " + bar;
    }
    String atMost = Numbers.plain(Math.rint(most * 10) / 10);
    String bound = "  " + row.symbols().pick("≤ ", "<= ") + atMost + " s  ";
    int room = row.width() - bound.length() - bar.length() - 2;
    String whole = "waiting for " + waiting.what();
    String words = TextLayout.width(whole) <= room ? whole : waiting.what();
    return TextLayout.fit(words, room, row.symbols()) + bound + bar;
  }
}
