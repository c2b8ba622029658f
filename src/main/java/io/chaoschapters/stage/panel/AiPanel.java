package io.chaoschapters.stage.panel;

import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.run.AgentWork;
import io.chaoschapters.run.DiagnosisEvent.Answered;
import io.chaoschapters.run.PresenterEvent.ReviewOpened;
import io.chaoschapters.run.view.AgentWords;
import io.chaoschapters.run.view.AnswerWords;
import io.chaoschapters.run.view.DiagnosisView;
import io.chaoschapters.run.view.Quantity;
import io.chaoschapters.stage.frame.BigLetters;
import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Lines;
import io.chaoschapters.stage.frame.Tone;
import io.chaoschapters.stage.text.Symbols;
import io.chaoschapters.stage.text.TextLayout;
import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The diagnoser's answer: as it streams in, then what it names and why. */
final class AiPanel implements Panel {
  /** Rows that the reasons of an answer need at least. */
  private static final int REASON_ROWS = 5;

  @Override
  public String title() {
    return "AI";
  }

  @Override
  public String hint(Scene scene, int columns) {
    return scene.diagnosis().map(DiagnosisView::diagnoser).orElse(scene.run().facts().diagnoser());
  }

  @Override
  public double newsAt(Scene scene) {
    return scene.diagnosis().map(DiagnosisView::since).orElse(Double.NaN);
  }

  @Override
  public void draw(Canvas canvas, Scene scene) {
    DiagnosisView diagnosis = scene.diagnosis().orElse(null);
    if (diagnosis == null) {
      canvas.text(0, 0, "not asked in this chapter yet", Tone.MUTED);
    } else if (diagnosis.answer() == null) {
      asked(canvas, diagnosis, scene);
    } else {
      answered(canvas, diagnosis, diagnosis.answer(), scene);
    }
  }

  private static void asked(Canvas canvas, DiagnosisView diagnosis, Scene scene) {
    String clock = Numbers.plain(Math.floor(Math.max(0, scene.now() - diagnosis.since())));
    AgentEvent.Asked budget = diagnosis.budget();
    if (budget == null) {
      canvas.text(0, 0, "asking " + diagnosis.diagnoser() + " …  " + clock + " s", Tone.ANSWER);
      Lines.tail(canvas, TextLayout.wrapLines(diagnosis.text(), canvas.width()));
      return;
    }
    canvas.text(
        0,
        0,
        RootLocale.format(
            "asking %s …  %s of %s s, %s",
            diagnosis.diagnoser(),
            clock,
            Numbers.plain(Math.rint(budget.mostSeconds())),
            AgentWords.spent(diagnosis.calls(), budget)),
        Tone.ANSWER);
    List<String> steps =
        diagnosis.steps().stream()
            .map(AgentWords::of)
            .map(step -> step.word() + " " + step.text())
            .flatMap(line -> TextLayout.wrapLines(line, canvas.width()).stream())
            .toList();
    Lines.tail(canvas, steps);
  }

  private static void answered(
      Canvas canvas, DiagnosisView diagnosis, Answered answer, Scene scene) {
    int y = headline(canvas, answer);
    y = expected(canvas, y, diagnosis, scene.run().review());
    List<String> marks = new ArrayList<>();
    add(marks, "", diagnosis.marks(), canvas.width());
    for (String line : marks) {
      canvas.text(0, y++, line, Tone.MUTED);
    }
    List<String> lines = new ArrayList<>();
    String others =
        scene.run().current().answers().aside().stream()
            .map(other -> other.diagnoser() + ": " + AnswerWords.headline(other))
            .collect(Collectors.joining("; "));
    add(lines, "Also asked: ", others, canvas.width());
    add(lines, "", answer.mechanism(), canvas.width());
    add(lines, "Do: ", answer.advice(), canvas.width());
    for (Answered.Alternative other : answer.alternatives()) {
      String why = other.whyNot().isEmpty() ? "" : ": " + other.whyNot();
      add(lines, "Or: ", other.term() + why, canvas.width());
    }
    if (answer.mechanism().isEmpty()) {
      add(lines, "", diagnosis.text(), canvas.width());
    }
    AgentWork work = answer.work();
    add(lines, "", work == null ? "" : AgentWords.of(work), canvas.width());
    add(lines, "by ", answer.diagnoser() + " " + answer.version(), canvas.width());
    Lines.head(canvas, y, lines, Tone.TEXT, "; 5 shows more");
  }

  /** Says whether it is what the chapter expects, when that is known. Returns the row beneath. */
  private static int expected(
      Canvas canvas, int y, DiagnosisView diagnosis, @Nullable ReviewOpened review) {
    if (review != null && review.fits()) {
      String sign = canvas.symbols().pick("✓", "+");
      canvas.text(0, y, sign + " what this chapter expects", Tone.GOOD);
      return y + 1;
    }
    if (diagnosis.rejected() != null || review != null && review.expected() != null) {
      String sign = canvas.symbols().pick("✗", "x");
      canvas.text(0, y, sign + " not what this chapter expects", Tone.BAD);
      return y + 1;
    }
    return y;
  }

  /**
   * What it names: in big letters where there is room for them and for the reasons too; then in
   * small ones, with how sure it is beside it or beneath. Returns the row beneath.
   */
  private static int headline(Canvas canvas, Answered answer) {
    String words = AnswerWords.headline(answer).toUpperCase(Locale.ROOT);
    List<String> rows = bigRows(words, canvas);
    for (int i = 0; i < rows.size(); i++) {
      BigLetters.drawHalf(canvas, 0, i * BigLetters.HALF_ROWS, rows.get(i), Tone.ANSWER);
    }
    int y = rows.size() * BigLetters.HALF_ROWS;
    int column = canvas.text(0, y, verdict(answer) + "  ", Tone.MUTED);
    column = canvas.text(column, y, words, Tone.ANSWER) + 2;
    String facts = facts(answer);
    boolean beside = column + TextLayout.width(facts) <= canvas.width();
    canvas.text(beside ? column : 0, beside ? y : y + 1, facts, Tone.TEXT);
    return beside ? y + 1 : y + 2;
  }

  /** One row, or a row for each word; empty when neither fits. */
  private static List<String> bigRows(String words, Canvas canvas) {
    if (canvas.symbols() == Symbols.ASCII || !BigLetters.canDraw(words)) {
      return List.of();
    }
    for (List<String> rows : List.of(List.of(words), List.of(words.split(" ")))) {
      boolean wide = rows.stream().allMatch(row -> BigLetters.dots(row) <= canvas.width());
      if (wide && rows.size() * BigLetters.HALF_ROWS + REASON_ROWS <= canvas.height()) {
        return rows;
      }
    }
    return List.of();
  }

  private static String verdict(Answered answer) {
    return answer.terms().isEmpty() ? "ANSWER" : answer.verdict().name();
  }

  private static String facts(Answered answer) {
    return (answer.component() == null ? "" : "at " + answer.component() + ", ")
        + "confidence "
        + Numbers.plain(Math.rint(answer.confidence() * 100))
        + " %, in "
        + Quantity.words(answer.seconds(), "s");
  }

  private static void add(List<String> lines, String prefix, String text, int width) {
    if (!text.isEmpty()) {
      lines.addAll(TextLayout.wrap(prefix + text, width));
    }
  }
}
