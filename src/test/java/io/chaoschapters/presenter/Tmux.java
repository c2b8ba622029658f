package io.chaoschapters.presenter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A terminal of its own, by tmux on a socket of its own. */
public final class Tmux {
  private static final Duration AT_MOST = Duration.ofSeconds(90);
  private static final String TARGET = "show";

  private final String socket;

  private Tmux(String socket) {
    this.socket = socket;
  }

  public static boolean isInstalled() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tmux")));
  }

  /** Opens a terminal of a size with a shell script in it. */
  static Tmux open(int columns, int rows, Path script) throws IOException, InterruptedException {
    Tmux tmux = new Tmux("chapters-" + UUID.randomUUID());
    tmux.run(
        "-f",
        "/dev/null",
        "new-session",
        "-d",
        "-s",
        TARGET,
        "-x",
        Integer.toString(columns),
        "-y",
        Integer.toString(rows),
        "sh " + script + "; exec sleep 600");
    tmux.run("set-option", "-s", "set-clipboard", "on");
    return tmux;
  }

  public void resize(int columns, int rows) throws IOException, InterruptedException {
    run(
        "resize-window",
        "-t",
        TARGET,
        "-x",
        Integer.toString(columns),
        "-y",
        Integer.toString(rows));
  }

  /** Presses a key, by tmux's name for it. */
  public void press(String... keys) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("send-keys", "-t", TARGET));
    command.addAll(List.of(keys));
    run(command.toArray(String[]::new));
  }

  /** The device that what runs in it writes to. */
  String tty() throws IOException, InterruptedException {
    return run("display-message", "-p", "-t", TARGET, "#{pane_tty}").strip();
  }

  /** The column of the cursor, from 0 on. */
  int column() throws IOException, InterruptedException {
    return Integer.parseInt(run("display-message", "-p", "-t", TARGET, "#{cursor_x}").strip());
  }

  String screen() throws IOException, InterruptedException {
    return run("capture-pane", "-p", "-t", TARGET);
  }

  /** All that was printed, what has scrolled away included. */
  String printed() throws IOException, InterruptedException {
    return run("capture-pane", "-p", "-J", "-S", "-", "-t", TARGET);
  }

  /** What the program has put on the terminal's clipboard last. */
  String clipboard() throws IOException, InterruptedException {
    return run("show-buffer");
  }

  /** Waits until the screen shows a text. */
  public void awaitText(String text) {
    Awaitility.await("'" + text + "' on the screen")
        .atMost(AT_MOST)
        .pollInterval(Duration.ofMillis(200))
        .until(this::screen, screen -> screen.contains(text));
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tmux", "-L", socket));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(command + ": " + said);
    }
    return said;
  }

  /** Ends the terminal and what runs in it. */
  void close() throws IOException, InterruptedException {
    run("kill-server");
  }
}
