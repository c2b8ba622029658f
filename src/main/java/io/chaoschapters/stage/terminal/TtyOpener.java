package io.chaoschapters.stage.terminal;

import com.googlecode.lanterna.terminal.Terminal;
import io.chaoschapters.stage.PresenterCommand;
import io.chaoschapters.stage.recording.CastRecorder;
import io.chaoschapters.text.Failure;
import java.io.BufferedOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Opens the terminal that controls this process, when there is one that can be drawn on. */
final class TtyOpener {
  private static final String TTY = "/dev/tty";

  /** A whole frame in one write; Lanterna writes character by character. */
  private static final int BUFFER = 1 << 16;

  private TtyOpener() {}

  static TerminalAttempt open(
      StageOptions options,
      Map<String, String> environment,
      Function<PresenterCommand, Optional<String>> commands) {
    String term = environment.getOrDefault("TERM", "");
    if (term.isEmpty() || term.equals("dumb")) {
      String is = term.isEmpty() ? "is not set" : "is 'dumb'";
      return none("TERM " + is + ", so nothing can be drawn");
    }
    try {
      return new TerminalAttempt(Optional.of(stage(options, commands)), "");
    } catch (IOException e) {
      return none("there is no terminal (" + Failure.words(e) + ")");
    }
  }

  private static TerminalAttempt none(String reason) {
    return new TerminalAttempt(
        Optional.empty(), "No stage: " + reason + "; the plain log is printed.");
  }

  private static TerminalStage stage(
      StageOptions options, Function<PresenterCommand, Optional<String>> commands)
      throws IOException {
    InputStream in = new FileInputStream(TTY);
    OutputStream out = null;
    try {
      out = new FileOutputStream(TTY);
      CastRecorder recorder = options.recorder();
      OutputStream written = recorder == null ? out : recorder.tee(out);
      TerminalKeeper keeper = TerminalKeeper.begin().orElse(null);
      Terminal terminal = new TtyTerminal(in, new BufferedOutputStream(written, BUFFER), keeper);
      return TerminalStage.over(terminal, options, commands);
    } catch (IOException | RuntimeException e) {
      in.close();
      if (out != null) {
        out.close();
      }
      throw e;
    }
  }
}
