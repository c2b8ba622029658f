package io.chaoschapters.stage.terminal;

import io.chaoschapters.runtime.process.Owner;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A shell of its own that gives the terminal back when this JVM cannot any more, because it was
 * killed: nothing of a JVM runs then.
 *
 * <p>It has the terminal open and remembers how it was. It waits for a word; when its input ends
 * without one, the JVM is gone. It lives in a session of its own where there is {@code setsid}, so
 * that what ends a whole process group does not end it.
 */
final class TerminalKeeper implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TerminalKeeper.class);

  private static final String BEGIN =
      """
      exec 3<>/dev/tty || exit 1
      was=$(stty -g <&3) || exit 1
      if command -v setsid >/dev/null; then exec setsid sh -c "$1" sh "$was"; fi
      exec sh -c "$1" sh "$was"
      """;

  /** Leaves the other screen, shows the cursor, ends colors; TTOU stops who is in no foreground. */
  private static final String KEEP =
      """
      trap '' INT HUP TERM QUIT TSTP TTOU
      echo ready
      read -r word && exit 0
      stty "$1" <&3
      printf '\\033[0m\\033[?25h\\033[?1049l' >&3
      """;

  private final Process shell;

  private TerminalKeeper(Process shell) {
    this.shell = shell;
  }

  /** Remembers how the terminal is now; empty where that cannot be done. */
  static Optional<TerminalKeeper> begin() {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", BEGIN, "sh", KEEP)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put(Owner.VARIABLE, Owner.self().toString());
    try {
      Process shell = builder.start();
      BufferedReader said =
          new BufferedReader(
              new InputStreamReader(shell.getInputStream(), StandardCharsets.US_ASCII));
      return said.readLine() == null ? Optional.empty() : Optional.of(new TerminalKeeper(shell));
    } catch (IOException e) {
      LOG.debug("The terminal would not be restored after a kill", e);
      return Optional.empty();
    }
  }

  /** The terminal was given back. */
  @Override
  public void close() {
    try (OutputStream word = shell.getOutputStream()) {
      word.write('\n');
    } catch (IOException e) {
      LOG.debug("The keeper of the terminal is gone already", e);
    }
  }
}
