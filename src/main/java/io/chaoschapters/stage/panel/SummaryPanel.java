package io.chaoschapters.stage.panel;

import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.view.ChapterView;
import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Lines;
import io.chaoschapters.stage.frame.Tone;
import io.chaoschapters.stage.text.LogLine;
import io.chaoschapters.stage.text.TextLayout;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The closing table: a row a chapter, as many columns as there is room for. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SummaryPanel {
  private static final List<String> TIMES = List.of("detect", "recover", "diagnose");
  private static final int TIME_COLUMNS = 10;
  private static final int NUMBER_COLUMNS = 4;
  private static final int GAP = 2;
  private static final int LEAST_TITLE = 28;

  private static final String NAMED = "the AI named";

  private final Canvas canvas;
  private final List<ChapterView> chapters;
  private final int verdictColumns;
  private final int namedColumns;
  private final int times;
  private final int titleColumns;

  private SummaryPanel(Canvas canvas, List<ChapterView> chapters) {
    this.canvas = canvas;
    this.chapters = chapters;
    this.verdictColumns = widest(chapters.stream().map(this::verdict), "verdict") + GAP;
    this.namedColumns = widest(chapters.stream().map(ChapterView::named), NAMED) + GAP;
    int room = canvas.width() - NUMBER_COLUMNS - verdictColumns - namedColumns;
    this.times = Math.max(0, Math.min(TIMES.size(), (room - LEAST_TITLE) / TIME_COLUMNS));
    int longest = chapters.stream().mapToInt(c -> TextLayout.width(c.title())).max().orElse(0);
    this.titleColumns = Math.max(1, Math.min(longest + GAP, room - times * TIME_COLUMNS));
  }

  private static int widest(Stream<String> words, String head) {
    return Stream.concat(words, Stream.of(head)).mapToInt(TextLayout::width).max().orElse(0);
  }

  /** Draws it, and where the rest of the run is. */
  public static void draw(Canvas canvas, Scene scene) {
    List<ChapterView> ended = scene.run().ended();
    canvas.text(0, 0, canvas.symbols().pick("─", "-").repeat(canvas.width()), Tone.RULE);
    canvas.text(2, 0, " THE SHOW IS OVER: " + outcome(ended) + " ", Tone.STRONG);
    Canvas inside = canvas.part(1, 2, canvas.width() - 2, canvas.height() - 2);
    String artifacts = scene.run().facts().artifacts();
    List<String> path =
        artifacts.isEmpty()
            ? List.of()
            : TextLayout.wrapLines("artifacts: " + artifacts, inside.width());
    int beneath = 2 + path.size();
    Canvas table = inside.part(0, 0, inside.width(), inside.height() - beneath);
    int end = new SummaryPanel(table, ended).table();
    Lines.head(inside, end + 1, path, Tone.STRONG, "");
    ChapterPanel.waiting(inside.below(inside.height() - 1), scene);
  }

  private static String outcome(List<ChapterView> chapters) {
    long passed = chapters.stream().filter(c -> result(c).verdict() == ChapterVerdict.PASS).count();
    return passed
        + " of "
        + chapters.size()
        + (chapters.size() == 1 ? " chapter" : " chapters")
        + " passed";
  }

  /** Returns the row beneath. */
  private int table() {
    head();
    int room = canvas.height() - 1;
    int shown = chapters.size() <= room ? chapters.size() : room - 1;
    for (int i = 0; i < shown; i++) {
      row(canvas.part(0, i + 1, canvas.width(), 1), chapters.get(i));
    }
    if (shown < chapters.size()) {
      Lines.more(canvas, shown + 1, chapters.size() - shown, "; report.html shows all");
    }
    return Math.min(canvas.height(), chapters.size() + 1);
  }

  private void head() {
    canvas.text(NUMBER_COLUMNS, 0, "chapter", Tone.MUTED);
    canvas.text(verdictAt(), 0, "verdict", Tone.MUTED);
    canvas.text(verdictAt() + verdictColumns, 0, NAMED, Tone.MUTED);
    for (int i = 0; i < times; i++) {
      time(canvas, i, TIMES.get(i), Tone.MUTED);
    }
  }

  private void row(Canvas row, ChapterView chapter) {
    ChapterResult result = result(chapter);
    String number = chapter.number() > 0 ? Integer.toString(chapter.number()) : "";
    row.part(0, 0, NUMBER_COLUMNS - 1, 1).textRight(0, number, Tone.MUTED);
    row.part(NUMBER_COLUMNS, 0, titleColumns - GAP, 1).text(0, 0, chapter.title(), Tone.TEXT);
    row.text(verdictAt(), 0, verdict(chapter), VerdictWords.tone(result.verdict()));
    row.text(verdictAt() + verdictColumns, 0, orDash(chapter.named()), Tone.ANSWER);
    time(row, 0, seconds(result.timeToDetect()), Tone.TEXT);
    time(row, 1, seconds(chapter.timeToRecover()), Tone.TEXT);
    time(row, 2, seconds(result.timeToDiagnose()), Tone.TEXT);
  }

  private static ChapterResult result(ChapterView chapter) {
    return Objects.requireNonNull(chapter.result(), "only chapters that have ended are shown");
  }

  private int verdictAt() {
    return NUMBER_COLUMNS + titleColumns;
  }

  private void time(Canvas row, int column, String text, Tone tone) {
    if (column >= times) {
      return;
    }
    int x = verdictAt() + verdictColumns + namedColumns + column * TIME_COLUMNS;
    row.part(x, 0, TIME_COLUMNS - GAP, 1).textRight(0, text, tone);
  }

  private String verdict(ChapterView chapter) {
    return LogLine.verdict(result(chapter).verdict(), canvas.symbols());
  }

  private String orDash(String text) {
    return text.isEmpty() ? canvas.symbols().pick("–", "-") : text;
  }

  private String seconds(@Nullable Double value) {
    return orDash(value == null ? "" : RootLocale.format("%.2f s", value));
  }
}
