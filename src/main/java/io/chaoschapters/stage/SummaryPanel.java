package io.chaoschapters.stage;

import io.chaoschapters.report.ChapterVerdict;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import java.util.stream.Stream;

/** The closing table: a row a chapter, as many columns as there is room for. */
final class SummaryPanel {
  private static final List<String> TIMES = List.of("detect", "recover", "diagnose");
  private static final int TIME_COLUMNS = 10;
  private static final int NUMBER_COLUMNS = 4;
  private static final int GAP = 2;
  private static final int LEAST_TITLE = 28;

  private static final String NAMED = "the AI named";

  private final Canvas canvas;
  private final List<ChapterResult> results;
  private final int verdictColumns;
  private final int namedColumns;
  private final int times;
  private final int titleColumns;

  private SummaryPanel(Canvas canvas, List<ChapterResult> results) {
    this.canvas = canvas;
    this.results = results;
    this.verdictColumns = widest(results.stream().map(this::verdict), "verdict") + GAP;
    this.namedColumns = widest(results.stream().map(ChapterResult::named), NAMED) + GAP;
    int room = canvas.width() - NUMBER_COLUMNS - verdictColumns - namedColumns;
    this.times = Math.max(0, Math.min(TIMES.size(), (room - LEAST_TITLE) / TIME_COLUMNS));
    int longest = results.stream().mapToInt(r -> TextLayout.width(r.title())).max().orElse(0);
    this.titleColumns = Math.max(1, Math.min(longest + GAP, room - times * TIME_COLUMNS));
  }

  private static int widest(Stream<String> words, String head) {
    return Stream.concat(words, Stream.of(head)).mapToInt(TextLayout::width).max().orElse(0);
  }

  static void draw(Canvas canvas, Scene scene) {
    StageState state = scene.state();
    canvas.text(0, 0, canvas.symbols().pick("─", "-").repeat(canvas.width()), Tone.RULE);
    canvas.text(
        2, 0, " THE SHOW IS OVER: " + outcome(state.summary().results()) + " ", Tone.STRONG);
    Canvas inside = canvas.part(1, 2, canvas.width() - 2, canvas.height() - 2);
    String artefacts = state.run().artefacts();
    List<String> path =
        artefacts.isEmpty()
            ? List.of()
            : TextLayout.wrapLines("artefacts: " + artefacts, inside.width());
    int beneath = 2 + path.size();
    Canvas table = inside.part(0, 0, inside.width(), inside.height() - beneath);
    int end = new SummaryPanel(table, state.summary().results()).table();
    Lines.head(inside, end + 1, path, Tone.STRONG, "");
    ChapterPanel.waiting(inside.below(inside.height() - 1), scene);
  }

  private static String outcome(List<ChapterResult> results) {
    long passed = results.stream().filter(r -> r.verdict() == ChapterVerdict.PASS).count();
    return passed
        + " of "
        + results.size()
        + (results.size() == 1 ? " chapter" : " chapters")
        + " passed";
  }

  /** Returns the row beneath. */
  private int table() {
    head();
    int room = canvas.height() - 1;
    int shown = results.size() <= room ? results.size() : room - 1;
    for (int i = 0; i < shown; i++) {
      row(canvas.part(0, i + 1, canvas.width(), 1), results.get(i));
    }
    if (shown < results.size()) {
      Lines.more(canvas, shown + 1, results.size() - shown, "; report.html shows all");
    }
    return Math.min(canvas.height(), results.size() + 1);
  }

  private void head() {
    canvas.text(NUMBER_COLUMNS, 0, "chapter", Tone.MUTED);
    canvas.text(verdictAt(), 0, "verdict", Tone.MUTED);
    canvas.text(verdictAt() + verdictColumns, 0, NAMED, Tone.MUTED);
    for (int i = 0; i < times; i++) {
      time(canvas, i, TIMES.get(i), Tone.MUTED);
    }
  }

  private void row(Canvas row, ChapterResult result) {
    row.part(0, 0, NUMBER_COLUMNS - 1, 1).textRight(0, number(result), Tone.MUTED);
    row.part(NUMBER_COLUMNS, 0, titleColumns - GAP, 1).text(0, 0, title(result), Tone.TEXT);
    row.text(verdictAt(), 0, verdict(result), VerdictWords.tone(result.verdict()));
    row.text(verdictAt() + verdictColumns, 0, named(result), Tone.ANSWER);
    List<Double> seconds =
        List.of(result.detectSeconds(), result.recoverSeconds(), result.diagnoseSeconds());
    for (int i = 0; i < times; i++) {
      time(row, i, seconds(seconds.get(i)), Tone.TEXT);
    }
  }

  private int verdictAt() {
    return NUMBER_COLUMNS + titleColumns;
  }

  private void time(Canvas row, int column, String text, Tone tone) {
    int x = verdictAt() + verdictColumns + namedColumns + column * TIME_COLUMNS;
    row.part(x, 0, TIME_COLUMNS - GAP, 1).textRight(0, text, tone);
  }

  private static String number(ChapterResult result) {
    return result.number() > 0 ? Integer.toString(result.number()) : "";
  }

  private static String title(ChapterResult result) {
    return result.title().isEmpty() ? result.name() : result.title();
  }

  private String verdict(ChapterResult result) {
    return VerdictWords.of(result.verdict(), canvas.symbols());
  }

  private String named(ChapterResult result) {
    return result.named().isEmpty() ? canvas.symbols().pick("–", "-") : result.named();
  }

  private String seconds(double value) {
    return Double.isFinite(value)
        ? RootLocale.format("%.2f s", value)
        : canvas.symbols().pick("–", "-");
  }
}
