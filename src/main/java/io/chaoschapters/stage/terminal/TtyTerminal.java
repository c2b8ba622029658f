package io.chaoschapters.stage.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.ansi.UnixLikeTerminal;
import com.googlecode.lanterna.terminal.ansi.UnixTerminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terminal of this process. Its size is asked of the operating system: asking the terminal
 * itself, as the base class does, waits up to five seconds for one that does not answer.
 */
final class TtyTerminal extends UnixTerminal {
  private static final Logger LOG = LoggerFactory.getLogger(TtyTerminal.class);
  private static final int LONGEST_COPY = 50_000;

  private final @Nullable TerminalKeeper keeper;

  /**
   * Takes over the terminal.
   *
   * @param keeper restores it if this JVM is killed; null for none
   */
  TtyTerminal(InputStream in, OutputStream out, @Nullable TerminalKeeper keeper)
      throws IOException {
    super(in, out, StandardCharsets.UTF_8, UnixLikeTerminal.CtrlCBehaviour.TRAP);
    this.keeper = keeper;
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } catch (IllegalStateException e) {
      // The JVM ends: by then the terminal is given back, and only a shutdown hook was not removed.
      LOG.debug("Closing while the JVM exits", e);
    }
    flush();
    if (keeper != null) {
      keeper.close();
    }
  }

  @Override
  protected TerminalSize findTerminalSize() throws IOException {
    String[] parts = runSTTYCommand("size").strip().split(" ");
    if (parts.length != 2 || !parts[0].matches("[0-9]+") || !parts[1].matches("[0-9]+")) {
      return super.findTerminalSize();
    }
    int rows = Integer.parseInt(parts[0]);
    int columns = Integer.parseInt(parts[1]);
    return rows > 0 && columns > 0 ? new TerminalSize(columns, rows) : super.findTerminalSize();
  }

  /** Puts a text on the clipboard of a terminal that allows it (xterm's OSC 52). */
  void copy(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length <= LONGEST_COPY) {
      String encoded = Base64.getEncoder().encodeToString(bytes);
      writeToTerminal(("\u001b]52;c;" + encoded + "\u0007").getBytes(StandardCharsets.US_ASCII));
      flush();
    }
  }
}
