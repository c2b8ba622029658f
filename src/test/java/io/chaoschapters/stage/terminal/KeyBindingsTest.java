package io.chaoschapters.stage.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.PresenterAction;
import io.chaoschapters.run.Script;
import io.chaoschapters.stage.PresenterCommand;
import io.chaoschapters.stage.Shows;
import io.chaoschapters.stage.panel.ViewState;
import io.chaoschapters.stage.panel.ViewState.Overlay;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyBindingsTest {
  private static final KeyStroke CTRL_C = new KeyStroke('c', true, false);
  private static final KeyStroke ENTER = new KeyStroke(KeyType.Enter);

  private final KeyBindings keys = new KeyBindings();
  private final List<PresenterCommand> commands = new ArrayList<>();
  private ViewState view = ViewState.initial();
  private double now = 30;

  private void press(Script show, Object... pressed) {
    for (Object key : pressed) {
      KeyStroke stroke =
          key instanceof KeyStroke given ? given : new KeyStroke((Character) key, false, false);
      KeyOutcome outcome = keys.press(stroke, new KeyMoment(show.view(), view, 1, 24, now));
      view = outcome.view();
      outcome.command().ifPresent(commands::add);
    }
  }

  @Test
  void keysThatTurnThePage_sayNext() {
    press(
        Shows.normal(),
        ' ',
        ENTER,
        new KeyStroke(KeyType.ArrowRight),
        new KeyStroke(KeyType.PageDown));

    assertThat(commands).hasSize(4).allMatch(command -> command.is(PresenterAction.NEXT));
  }

  @Test
  void keysForTheShow_sayWhatTheyAreFor() {
    press(Shows.injecting(), 'r', 'R', 'p', 'x');

    assertThat(commands)
        .containsExactly(
            PresenterCommand.of(PresenterAction.RETRY_CHAPTER),
            PresenterCommand.of(PresenterAction.RESET_SUBJECT),
            PresenterCommand.of(PresenterAction.HOLD_AUTO_ADVANCE),
            PresenterCommand.of(PresenterAction.ABORT_FAULT));
  }

  @Test
  void abortWithoutAFault_saysSo() {
    press(Shows.normal(), 'x');

    assertThat(commands).isEmpty();
    assertThat(view.message()).isEqualTo("no fault is active");
  }

  @Test
  void digitsAndEnter_jump() {
    Script twelve = Shows.normal().event(new ChapterEvent.Scheduled(2, 12, "A", "", "", null));
    press(twelve, '1', '2', ENTER);

    assertThat(commands).containsExactly(PresenterCommand.jump(12));
    assertThat(view.zoom()).isZero();
  }

  @Test
  void digitAlone_zoomsUntilEscape() {
    press(Shows.normal(), '4');
    assertThat(view.zoom()).isEqualTo(4);

    press(Shows.normal(), new KeyStroke(KeyType.Escape));
    assertThat(view.zoom()).isZero();
    assertThat(commands).isEmpty();
  }

  @Test
  void digitsThatAreNoChapterTogether_goThroughThePanels() {
    press(Shows.normal(), '2', '3');
    assertThat(view.zoom()).isEqualTo(3);
    press(Shows.normal(), '7');
    assertThat(view.zoom()).isEqualTo(7);
    press(Shows.normal(), '7');
    assertThat(view.zoom()).isZero();
    press(Shows.normal(), '9');
    assertThat(view.message()).contains("no panel 9");
    press(Shows.normal(), ENTER);

    assertThat(commands).containsExactly(PresenterCommand.of(PresenterAction.NEXT));
  }

  @Test
  void enterLongAfterADigit_isNextAndNoJump() {
    press(Shows.normal(), '4');
    now += 10;
    press(Shows.normal(), ENTER);

    assertThat(commands).containsExactly(PresenterCommand.of(PresenterAction.NEXT));
  }

  @Test
  void goTo_takesDigitsUntilEnter() {
    press(Shows.normal(), 'g', 'z', '7', new KeyStroke(KeyType.Backspace), '3', ENTER);

    assertThat(commands).containsExactly(PresenterCommand.jump(3));
    assertThat(view.overlay()).isEqualTo(Overlay.NONE);
  }

  @Test
  void quit_isDoneAtOnceWithoutAFault() {
    press(Shows.normal(), 'q');

    assertThat(commands).extracting(PresenterCommand::action).containsExactly(PresenterAction.QUIT);
  }

  @Test
  void quitWhileAFaultIsActive_asksFirst() {
    press(Shows.injecting(), 'q', 'n');
    assertThat(commands).isEmpty();
    assertThat(view.overlay()).isEqualTo(Overlay.NONE);

    press(Shows.injecting(), 'q', 'y');
    assertThat(commands).extracting(PresenterCommand::action).containsExactly(PresenterAction.QUIT);
  }

  @Test
  void interruptTwice_leavesAtOnce() {
    press(Shows.injecting(), CTRL_C);
    assertThat(view.overlay()).isEqualTo(Overlay.QUIT);

    press(Shows.injecting(), CTRL_C);
    assertThat(commands).containsExactly(PresenterCommand.of(PresenterAction.QUIT_NOW));
  }

  @Test
  void review_offersItsOwnKeys() {
    press(Shows.review(), ' ', 'r', 'a', 'c');

    assertThat(commands)
        .containsExactly(
            PresenterCommand.of(PresenterAction.RETRY_DIAGNOSIS),
            PresenterCommand.of(PresenterAction.OTHER_DIAGNOSER),
            PresenterCommand.of(PresenterAction.CONTINUE));
  }

  @Test
  void evidence_scrollsAndCloses() {
    press(Shows.asked(), 'e', new KeyStroke(KeyType.ArrowDown), ' ');
    assertThat(view.overlay()).isEqualTo(Overlay.EVIDENCE);
    assertThat(view.scroll()).isEqualTo(17);

    press(Shows.asked(), 'e');
    assertThat(view.overlay()).isEqualTo(Overlay.NONE);
    assertThat(commands).isEmpty();
  }

  @Test
  void back_turnsTheNarrationOnly() {
    Script script = Shows.over();
    press(script, new KeyStroke(KeyType.ArrowLeft));
    assertThat(view.back()).isEqualTo(1);

    press(script, new KeyStroke(KeyType.ArrowLeft), ' ');
    assertThat(view.back()).isZero();
    assertThat(commands).isEmpty();
  }

  @Test
  void freeze_holdsTheMoment() {
    press(Shows.normal(), 'f');
    assertThat(view.isFrozen()).isTrue();

    press(Shows.normal(), 'f');
    assertThat(view.isFrozen()).isFalse();
  }

  @Test
  void unknownKey_saysWhereTheKeysAre() {
    press(Shows.normal(), 'ß');

    assertThat(view.message()).isEqualTo("no such key; ? shows the keys");
  }

  @Test
  void endOfInput_quits() {
    press(Shows.injecting(), new KeyStroke(KeyType.EOF));

    assertThat(commands).extracting(PresenterCommand::action).containsExactly(PresenterAction.QUIT);
  }
}
