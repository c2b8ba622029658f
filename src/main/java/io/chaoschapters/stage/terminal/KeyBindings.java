package io.chaoschapters.stage.terminal;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.stage.PresenterCommand;
import io.chaoschapters.stage.panel.Panels;
import io.chaoschapters.stage.panel.ViewState;
import io.chaoschapters.stage.panel.ViewState.Overlay;
import io.chaoschapters.stage.terminal.KeyOutcome.Errand;

/** Turns keys into what they mean at the moment. Used by the input thread only. */
final class KeyBindings {
  private static final double JUMP_SECONDS = 2;
  private static final int MOST_DIGITS = 3;
  private static final int AROUND_EVIDENCE = 8;
  private static final int PANES = 5;

  private boolean interrupted;
  private double lastDigitAt = Double.NEGATIVE_INFINITY;

  KeyOutcome press(KeyStroke key, KeyMoment moment) {
    ViewState view = moment.view().withMessage("");
    KeyMoment quiet = moment.with(view);
    if (key.getKeyType() == KeyType.EOF) {
      return KeyOutcome.say(view, PresenterCommand.quitBecause("the terminal's input has ended"));
    }
    if (isInterrupt(key)) {
      return interrupt(quiet);
    }
    return switch (view.overlay()) {
      case QUIT -> answerQuit(key, quiet);
      case JUMP -> typeJump(key, quiet);
      case EVIDENCE, HELP -> overlaid(key, quiet);
      case NONE -> plain(key, quiet);
    };
  }

  private static boolean isInterrupt(KeyStroke key) {
    return key.isCtrlDown() && key.getCharacter() != null && key.getCharacter() == 'c';
  }

  private KeyOutcome interrupt(KeyMoment moment) {
    if (interrupted) {
      return KeyOutcome.say(moment.view(), PresenterAction.QUIT_NOW);
    }
    interrupted = true;
    KeyOutcome asked = quit(moment);
    String hint = asked.command().isPresent() ? "leaving; ctrl-c again leaves at once" : "";
    return new KeyOutcome(asked.view().withMessage(hint), asked.command(), asked.errand());
  }

  private static KeyOutcome quit(KeyMoment moment) {
    return moment.run().chaos().isActive()
        ? KeyOutcome.look(moment.view().withOverlay(Overlay.QUIT))
        : leave(moment.view());
  }

  private static KeyOutcome leave(ViewState view) {
    return KeyOutcome.say(
        view.withOverlay(Overlay.NONE).withMessage("leaving"), PresenterAction.QUIT);
  }

  private KeyOutcome answerQuit(KeyStroke key, KeyMoment moment) {
    boolean yes = isCharacter(key) && Character.toLowerCase(key.getCharacter()) == 'y';
    boolean no =
        key.getKeyType() == KeyType.Escape
            || isCharacter(key) && Character.toLowerCase(key.getCharacter()) == 'n';
    if (yes) {
      return leave(moment.view());
    }
    interrupted = interrupted && !no;
    return KeyOutcome.look(no ? moment.view().withOverlay(Overlay.NONE) : moment.view());
  }

  private static KeyOutcome typeJump(KeyStroke key, KeyMoment moment) {
    ViewState view = moment.view();
    String typed = view.typed();
    return switch (key.getKeyType()) {
      case Escape -> KeyOutcome.look(view.withOverlay(Overlay.NONE));
      case Backspace ->
          KeyOutcome.look(view.withTyped(typed.substring(0, Math.max(0, typed.length() - 1))));
      case Enter -> jump(view, typed);
      case Character ->
          Character.isDigit(key.getCharacter()) && typed.length() < MOST_DIGITS
              ? KeyOutcome.look(view.withTyped(typed + key.getCharacter()))
              : KeyOutcome.look(view);
      default -> KeyOutcome.look(view);
    };
  }

  private static KeyOutcome jump(ViewState view, String typed) {
    ViewState closed = view.withOverlay(Overlay.NONE).withTyped("").withZoom(0);
    return typed.isEmpty() || Integer.parseInt(typed) == 0
        ? KeyOutcome.look(closed)
        : KeyOutcome.say(closed, PresenterCommand.jump(Integer.parseInt(typed)));
  }

  private KeyOutcome overlaid(KeyStroke key, KeyMoment moment) {
    ViewState view = moment.view();
    int page = Math.max(1, moment.rows() - AROUND_EVIDENCE);
    boolean toggles = isCharacter(key) && "e?".indexOf(key.getCharacter()) >= 0;
    boolean turns = isCharacter(key) && key.getCharacter() == ' ';
    if (toggles || key.getKeyType() == KeyType.Escape) {
      return KeyOutcome.look(view.withOverlay(Overlay.NONE));
    }
    if (turns) {
      return KeyOutcome.look(view.withScroll(view.scroll() + page));
    }
    return switch (key.getKeyType()) {
      case ArrowDown -> KeyOutcome.look(view.withScroll(view.scroll() + 1));
      case ArrowUp -> KeyOutcome.look(view.withScroll(view.scroll() - 1));
      case PageDown -> KeyOutcome.look(view.withScroll(view.scroll() + page));
      case PageUp -> KeyOutcome.look(view.withScroll(view.scroll() - page));
      case Home -> KeyOutcome.look(view.withScroll(0));
      case Character ->
          Character.isDigit(key.getCharacter())
              ? plain(key, moment.with(view.withOverlay(Overlay.NONE)))
              : plain(key, moment);
      default -> KeyOutcome.look(view);
    };
  }

  private KeyOutcome plain(KeyStroke key, KeyMoment moment) {
    ViewState view = moment.view();
    return switch (key.getKeyType()) {
      case Enter ->
          !view.typed().isEmpty() && moment.now() - lastDigitAt <= JUMP_SECONDS
              ? jump(view, view.typed())
              : next(moment);
      case ArrowRight, PageDown -> next(moment);
      case ArrowLeft, PageUp -> back(moment);
      case Escape -> KeyOutcome.look(view.withZoom(0).withPane(0).withTyped(""));
      case Tab -> KeyOutcome.look(view.withPane(view.pane() % PANES + 1));
      case Character -> character(key.getCharacter(), moment);
      default -> KeyOutcome.look(view);
    };
  }

  private KeyOutcome character(char c, KeyMoment moment) {
    ViewState view = moment.view();
    if (c >= '0' && c <= '9') {
      return digit(c, moment);
    }
    if (moment.run().review() != null && "rac".indexOf(c) >= 0) {
      return KeyOutcome.say(view.withOverlay(Overlay.NONE), review(c));
    }
    return switch (c) {
      case ' ' -> next(moment);
      case 'g' -> KeyOutcome.look(view.withOverlay(Overlay.JUMP));
      case 'r' -> KeyOutcome.say(view, PresenterAction.RETRY_CHAPTER);
      case 'R' -> KeyOutcome.say(view, PresenterAction.RESET_SUBJECT);
      case 'p' -> KeyOutcome.say(view, PresenterAction.HOLD_AUTO_ADVANCE);
      case 'x' -> abort(moment);
      case 'f' -> KeyOutcome.look(view.withFrozen(freeze(moment)));
      case 'e' -> KeyOutcome.look(view.withOverlay(Overlay.EVIDENCE));
      case '?' -> KeyOutcome.look(view.withOverlay(Overlay.HELP));
      case 'n' -> KeyOutcome.look(view.withNotes(!view.notes()));
      case 't' -> KeyOutcome.look(view.withTimer(!view.timer()));
      case 's' -> KeyOutcome.run(view, Errand.SAVE_STILL);
      case 'c', 'C' -> KeyOutcome.run(view, Errand.COPY_PANEL);
      case 'q' -> quit(moment);
      default -> KeyOutcome.look(view.withMessage("no such key; ? shows the keys"));
    };
  }

  private static PresenterAction review(char c) {
    return switch (c) {
      case 'r' -> PresenterAction.RETRY_DIAGNOSIS;
      case 'a' -> PresenterAction.OTHER_DIAGNOSER;
      default -> PresenterAction.CONTINUE;
    };
  }

  /**
   * A digit zooms at once; when enter follows soon, the digits were a chapter's number. Digits that
   * together are no chapter's number are panels that the presenter goes through.
   */
  private KeyOutcome digit(char c, KeyMoment moment) {
    ViewState view = moment.view();
    boolean goesOn = moment.now() - lastDigitAt <= JUMP_SECONDS;
    lastDigitAt = moment.now();
    String joined = goesOn && view.typed().length() < MOST_DIGITS ? view.typed() + c : "" + c;
    int chapters = moment.run().count();
    String typed = isChapter(joined, chapters) ? joined : "" + c;
    int panel = c - '0';
    boolean zooms = typed.length() == 1 && panel >= 1 && panel <= Panels.ALL.size();
    ViewState zoomed = view.withZoom(zooms && view.zoom() != panel ? panel : 0);
    if (isChapter(typed, chapters)) {
      return KeyOutcome.look(zoomed.withTyped(typed).withMessage("enter goes to chapter " + typed));
    }
    String message = zooms ? "" : "there is no panel " + c + ", and no chapter";
    return KeyOutcome.look(zoomed.withTyped("").withMessage(message));
  }

  /** Whether digits may be a chapter's number; any may while the show is not known yet. */
  private static boolean isChapter(String digits, int chapters) {
    int number = Integer.parseInt(digits);
    return number >= 1 && (chapters == 0 || number <= chapters);
  }

  private static KeyOutcome next(KeyMoment moment) {
    ViewState view = moment.view().withTyped("");
    if (view.page() + 1 < moment.narrationPages()) {
      return KeyOutcome.look(view.withPage(view.page() + 1, view.back()));
    }
    if (view.back() > 0) {
      return KeyOutcome.look(view.withPage(0, view.back() - 1));
    }
    return moment.run().review() != null
        ? KeyOutcome.look(view.withMessage("decide: r asks again, a asks another, c continues"))
        : KeyOutcome.say(view, PresenterAction.NEXT);
  }

  private static KeyOutcome back(KeyMoment moment) {
    ViewState view = moment.view();
    if (view.page() > 0) {
      return KeyOutcome.look(view.withPage(view.page() - 1, view.back()));
    }
    int earliest = Math.max(0, moment.run().chapters().size() - 1);
    return KeyOutcome.look(view.withPage(0, Math.min(earliest, view.back() + 1)));
  }

  private static KeyOutcome abort(KeyMoment moment) {
    return moment.run().chaos().isActive()
        ? KeyOutcome.say(
            moment.view().withMessage("aborting the fault"), PresenterAction.ABORT_FAULT)
        : KeyOutcome.look(moment.view().withMessage("no fault is active"));
  }

  private static ViewState.@org.jspecify.annotations.Nullable Freeze freeze(KeyMoment moment) {
    return moment.view().isFrozen() ? null : new ViewState.Freeze(moment.run(), moment.now());
  }

  private static boolean isCharacter(KeyStroke key) {
    return key.getKeyType() == KeyType.Character && !key.isCtrlDown();
  }
}
