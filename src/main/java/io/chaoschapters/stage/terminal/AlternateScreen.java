package io.chaoschapters.stage.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import com.googlecode.lanterna.terminal.SimpleTerminalResizeListener;
import com.googlecode.lanterna.terminal.Terminal;
import java.io.IOException;
import java.util.Optional;

/** A terminal's second screen: what was on the first is there again when it is left. */
final class AlternateScreen {
  private final Terminal terminal;
  private final SimpleTerminalResizeListener sizes;
  private boolean entered;

  AlternateScreen(Terminal terminal, TerminalSize size) {
    this.terminal = terminal;
    this.sizes = new SimpleTerminalResizeListener(size);
    terminal.addResizeListener(sizes);
  }

  synchronized void enter() throws IOException {
    terminal.enterPrivateMode();
    entered = true;
    terminal.clearScreen();
    terminal.setCursorVisible(false);
    terminal.flush();
  }

  /** The new size, when it was changed since this was asked last. */
  Optional<TerminalSize> resized() {
    return sizes.isTerminalResized() ? Optional.of(sizes.getLastKnownSize()) : Optional.empty();
  }

  /** Leaves the screen; unread keys would go to the shell. */
  synchronized void leave() throws IOException {
    if (!entered) {
      return;
    }
    entered = false;
    KeyStroke key = terminal.pollInput();
    while (key != null && key.getKeyType() != KeyType.EOF) {
      key = terminal.pollInput();
    }
    terminal.exitPrivateMode();
    terminal.flush();
  }
}
