package io.chaoschapters.stage.panel;

import io.chaoschapters.run.view.ChaosView;
import io.chaoschapters.run.view.FaultView;
import io.chaoschapters.run.view.RunFacts;
import io.chaoschapters.stage.frame.BigLetters;
import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.ProgressBar;
import io.chaoschapters.stage.frame.Tone;
import io.chaoschapters.stage.status.Status;
import io.chaoschapters.stage.status.StatusWord;
import io.chaoschapters.stage.text.Symbols;
import io.chaoschapters.stage.text.TextLayout;
import io.chaoschapters.text.RootLocale;
import org.apiguardian.api.API;

/** The giant word, its sign, the fault and its clock, across the whole width. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class StatusBar implements Panel {
  private static final int HIGH_FRAME = 40;
  private static final int HIGH = 7;
  private static final int LOW = 4;
  private static final int LEFT = 2;

  /** Room beside the word for the show's name and the chapter. */
  private static final int SIDE = 16;

  /** The longest word sets the size of all, so that a letter never changes its size. */
  private static final int LONGEST_DOTS = 68;

  @Override
  public String title() {
    return "STATUS";
  }

  /** How many rows it takes. */
  public static int rows(int frameHeight) {
    return frameHeight >= HIGH_FRAME ? HIGH : LOW;
  }

  @Override
  public boolean takesTurns() {
    return false;
  }

  @Override
  public void draw(Canvas canvas, Scene scene) {
    Status status = Status.of(scene.run(), scene.now());
    Tone tone = tone(status.word());
    canvas.fill(' ', tone);
    int end = drawWord(canvas, status.word(), tone);
    drawRun(canvas, scene, end + 3, tone);
    drawDetail(canvas.below(canvas.height() - 1), scene, status, tone);
  }

  private static Tone tone(StatusWord word) {
    return switch (word) {
      case NORMAL -> Tone.STATUS_NORMAL;
      case INJECTING -> Tone.STATUS_INJECTING;
      case RECOVERING -> Tone.STATUS_RECOVERING;
      case UNKNOWN -> Tone.STATUS_UNKNOWN;
    };
  }

  private static int drawWord(Canvas canvas, StatusWord word, Tone tone) {
    Symbols symbols = canvas.symbols();
    String big = "●■◆?".charAt(word.ordinal()) + " " + word.name();
    boolean high = canvas.height() >= HIGH;
    int top = high ? 1 : 0;
    if (high) {
      int columns = Math.max(1, Math.min(3, (canvas.width() - SIDE) / LONGEST_DOTS));
      BigLetters.draw(canvas, LEFT, top, big, columns, tone);
      return LEFT + BigLetters.dots(big) * columns;
    }
    if (symbols == Symbols.UNICODE) {
      BigLetters.drawHalfLowered(canvas, LEFT, top, big, tone);
      return LEFT + BigLetters.dots(big);
    }
    String spaced = word.sign(symbols) + "   " + String.join("  ", word.name().split(""));
    return canvas.text(LEFT, 1, spaced, tone);
  }

  /** Names the show at the right, where there is room; a rehearsal is always labeled. */
  private static void drawRun(Canvas canvas, Scene scene, int from, Tone tone) {
    int room = canvas.width() - from - 1;
    Canvas right = canvas.part(from, 0, room, canvas.height());
    int top = canvas.height() >= HIGH ? 1 : 0;
    RunFacts facts = scene.run().facts();
    if (facts.isRehearsal()) {
      right.textRight(top, " REHEARSE ", Tone.LABEL);
    } else if (room >= TextLayout.width(facts.title())) {
      right.textRight(top, facts.title(), tone);
    }
    if (scene.view().isFrozen()) {
      right.textRight(top + 1, " FROZEN ", Tone.LABEL);
    } else if (room >= TextLayout.width(Footer.counter(scene))) {
      right.textRight(top + 1, Footer.counter(scene), tone);
    }
  }

  private static void drawDetail(Canvas row, Scene scene, Status status, Tone tone) {
    int column = row.text(LEFT, 0, status.word().sign(row.symbols()) + " ", tone);
    Canvas rest = row.part(column, 0, row.width() - column - 1, 1);
    String words = detail(scene, status, row.symbols());
    int room = rest.width() - TextLayout.width(words);
    rest.text(0, 0, words + witness(scene, status, row.symbols(), room), tone);
  }

  private static String detail(Scene scene, Status status, Symbols symbols) {
    ChaosView chaos = scene.run().chaos();
    FaultView fault = scene.run().fault().orElse(null);
    String gap = "   ";
    if (status.word() == StatusWord.RECOVERING && !Double.isNaN(chaos.since())) {
      return status.why() + gap + seconds(scene.now() - chaos.since());
    }
    if (status.word() != StatusWord.INJECTING || !chaos.isActive() || fault == null) {
      return status.why();
    }
    if (chaos.phase() == ChaosView.Phase.ARMED) {
      return status.why() + gap + "armed";
    }
    double past = scene.now() - fault.injectedAt();
    String clock = seconds(past);
    if (!(fault.lasts() > 0)) {
      return status.why() + gap + clock;
    }
    return status.why()
        + gap
        + clock
        + " / "
        + seconds(fault.lasts())
        + "  "
        + ProgressBar.of(past / fault.lasts(), 16, symbols);
  }

  /** What the witness saw; that it saw something where there is no room for more. */
  private static String witness(Scene scene, Status status, Symbols symbols, int room) {
    FaultView fault = scene.run().fault().orElse(null);
    boolean active = scene.run().chaos().phase() == ChaosView.Phase.ACTIVE;
    if (status.word() != StatusWord.INJECTING || !active || fault == null) {
      return "";
    }
    FaultView.Witness witness = fault.witness();
    if (witness == null) {
      return "   not witnessed yet";
    }
    String sign = "   " + (witness.seen() ? symbols.pick("✓ ", "+ ") : "");
    String brief = witness.seen() ? "witnessed" : "not witnessed";
    String whole = witness.seen() ? witness.statement() : brief + ": " + witness.statement();
    return sign + (TextLayout.width(sign + whole) <= room ? whole : brief);
  }

  private static String seconds(double value) {
    return RootLocale.format("%04.1f s", Math.max(0, value));
  }
}
