package io.chaoschapters.stage.panel;

import io.chaoschapters.run.PresenterEvent.ReviewOpened;
import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Lines;
import io.chaoschapters.stage.frame.Tone;
import io.chaoschapters.stage.text.TextLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pause after a failure: what was expected and what was answered, side by side. */
final class ReviewPanel {
  private ReviewPanel() {}

  static void draw(Canvas canvas, String title, ReviewOpened review) {
    canvas.text(0, 0, title + ": not as expected", Tone.STRONG);
    boolean compared = review.expected() != null;
    int y = 1;
    if (compared || review.answered() != null) {
      int half = canvas.width() / 2;
      Canvas left = canvas.part(0, 2, half - 1, canvas.height() - 2);
      Canvas right = canvas.part(half, 2, canvas.width() - half, canvas.height() - 2);
      String sign =
          review.fits() ? canvas.symbols().pick("✓ ", "+ ") : canvas.symbols().pick("✗ ", "x ");
      y =
          4
              + Math.max(
                  side(left, "EXPECTED", review.expected(), Tone.GOOD),
                  side(
                      right,
                      sign + "ANSWERED",
                      review.answered(),
                      review.fits() ? Tone.GOOD : Tone.BAD));
    }
    Canvas middle =
        canvas.part(0, 0, canvas.width(), canvas.height() - 1 - keyRows(canvas.width()));
    List<String> reason = TextLayout.wrap(reason(review, compared), canvas.width());
    Lines.head(middle, y, reason, Tone.TEXT, "");
    keys(canvas.below(canvas.height() - 2));
  }

  /** Does not repeat what both sides have said already. */
  private static String reason(ReviewOpened review, boolean compared) {
    if (!compared) {
      return review.reason();
    }
    return review.fits()
        ? "This answer came too late: the chapter failed by the first one. c, then r plays it again."
        : "The answer's reasons are in the panel of the AI; e shows what it was given.";
  }

  private static int side(Canvas canvas, String head, @Nullable String text, Tone tone) {
    canvas.text(0, 0, head, Tone.MUTED);
    String words = text == null ? "–" : text;
    List<String> lines = TextLayout.wrap(words, canvas.width());
    int rows = Math.min(lines.size(), 3);
    Lines.head(canvas.part(0, 0, canvas.width(), rows + 1), 1, lines, tone, "");
    return rows;
  }

  /** The keys on the last rows, as many as they need. */
  private static void keys(Canvas canvas) {
    int column = 0;
    int row = keyRows(canvas.width()) == 1 ? 1 : 0;
    for (KeyHint hint : KeyHint.REVIEW) {
      if (column + hint.columns() > canvas.width()) {
        column = 0;
        row++;
      }
      column = hint.draw(canvas.part(0, row, canvas.width(), 1), column);
    }
  }

  private static int keyRows(int columns) {
    int all = KeyHint.REVIEW.stream().mapToInt(hint -> hint.columns() + KeyHint.GAP).sum();
    return all - KeyHint.GAP <= columns ? 1 : 2;
  }
}
