package io.chaoschapters.stage;

import io.chaoschapters.text.RootLocale;

/** The giant word, its sign, the fault and its clock, across the whole width. */
final class StatusBar {
  private static final int HIGH_FRAME = 40;
  private static final int HIGH = 7;
  private static final int LOW = 4;
  private static final int LEFT = 2;

  /** Room beside the word for the show's name and the chapter. */
  private static final int SIDE = 16;

  /** The longest word sets the size of all, so that a letter never changes its size. */
  private static final int LONGEST_DOTS = 68;

  private StatusBar() {}

  /** How many rows it takes. */
  static int rows(int frameHeight) {
    return frameHeight >= HIGH_FRAME ? HIGH : LOW;
  }

  static void draw(Canvas canvas, Scene scene) {
    Status status = Status.of(scene.state(), scene.now());
    Tone tone = Tone.of(status.word());
    canvas.fill(' ', tone);
    int end = drawWord(canvas, status.word(), tone);
    drawRun(canvas, scene, end + 3, tone);
    drawDetail(canvas.below(canvas.height() - 1), scene, status, tone);
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

  /** Names the show at the right, where there is room; a replay is always labelled. */
  private static void drawRun(Canvas canvas, Scene scene, int from, Tone tone) {
    int room = canvas.width() - from - 1;
    Canvas right = canvas.part(from, 0, room, canvas.height());
    int top = canvas.height() >= HIGH ? 1 : 0;
    RunInfo run = scene.state().run();
    if (run.mode() != StageMode.LIVE) {
      right.textRight(top, " " + run.mode().name() + " ", Tone.LABEL);
    } else if (room >= TextLayout.width(run.headline())) {
      right.textRight(top, run.headline(), tone);
    }
    if (scene.view().isFrozen()) {
      right.textRight(top + 1, " FROZEN ", Tone.LABEL);
    } else if (room >= TextLayout.width(scene.chapter().counter())) {
      right.textRight(top + 1, scene.chapter().counter(), tone);
    }
  }

  private static void drawDetail(Canvas row, Scene scene, Status status, Tone tone) {
    int column = row.text(LEFT, 0, status.word().sign(row.symbols()) + " ", tone);
    Canvas rest = row.part(column, 0, row.width() - column - 1, 1);
    String words = detail(scene, status, row.symbols());
    int room = rest.width() - TextLayout.width(words);
    rest.text(0, 0, words + witness(scene.state().fault(), status, row.symbols(), room), tone);
  }

  private static String detail(Scene scene, Status status, Symbols symbols) {
    FaultState fault = scene.state().fault();
    String gap = "   ";
    if (status.word() == StatusWord.RECOVERING && !Double.isNaN(fault.since())) {
      return status.why() + gap + seconds(scene.now() - fault.since());
    }
    if (status.word() != StatusWord.INJECTING) {
      return status.why();
    }
    if (fault.phase() == FaultState.Phase.ARMED) {
      return status.why() + gap + "armed";
    }
    if (!fault.isActive()) {
      return status.why();
    }
    double past = scene.now() - fault.injectedAt();
    String clock = seconds(past);
    if (!(fault.seconds() > 0)) {
      return status.why() + gap + clock;
    }
    return status.why()
        + gap
        + clock
        + " / "
        + seconds(fault.seconds())
        + "  "
        + ProgressBar.of(past / fault.seconds(), 16, symbols);
  }

  /** What the witness saw; that it saw something where there is no room for more. */
  private static String witness(FaultState fault, Status status, Symbols symbols, int room) {
    if (status.word() != StatusWord.INJECTING || fault.phase() != FaultState.Phase.ACTIVE) {
      return "";
    }
    if (fault.witness().isEmpty()) {
      return "   not witnessed yet";
    }
    boolean seen = !fault.witness().startsWith("not witnessed");
    String sign = "   " + (seen ? symbols.pick("✓ ", "+ ") : "");
    boolean fits = sign.length() + TextLayout.width(fault.witness()) <= room;
    return sign + (fits ? fault.witness() : seen ? "witnessed" : "not witnessed");
  }

  private static String seconds(double value) {
    return RootLocale.format("%04.1f s", Math.max(0, value));
  }
}
