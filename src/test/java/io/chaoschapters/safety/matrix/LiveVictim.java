package io.chaoschapters.safety.matrix;

import io.chaoschapters.presenter.Main;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A show on a terminal of its own, which the program {@code script} makes.
 *
 * <p>The shell around it writes down how the terminal was before and after.
 */
final class LiveVictim implements AutoCloseable {
  static final byte CTRL_C = 3;

  private static final Duration KEY_TAKES = Duration.ofSeconds(3);
  private static final int TRIES = 10;

  private final Path folder;
  private final Process terminal;
  private final RunFiles files;

  private LiveVictim(Path folder, Process terminal, RunFiles files) {
    this.folder = folder;
    this.terminal = terminal;
    this.files = files;
  }

  static LiveVictim start(Workshop shop, Path folder, Cell cell) throws IOException {
    List<String> command = new ArrayList<>(shop.java(folder, cell, Main.class.getName()));
    command.add(command.size() - 1, "-Dchapter=" + cell.fault().number());
    command.add(command.size() - 1, "-Dmode=live");
    String quoted = command.stream().map(LiveVictim::quoted).collect(Collectors.joining(" "));
    Path script =
        Files.writeString(
            folder.resolve("show.sh"),
            RootLocale.format(
                """
            cd '%s'
            stty rows 36 cols 120
            stty -a > before
            sh -c 'echo $$ > pid; exec "$@"' sh %s
            echo $? > code
            sleep 0.3 # whoever gives the terminal back after a kill needs a moment, as a prompt does
            stty -a > after
            touch over
            """,
                folder, quoted));
    ProcessBuilder builder =
        new ProcessBuilder("script", "-qfec", "sh " + script, "/dev/null")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("screen").toFile());
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().put("TMPDIR", folder.resolve("tmp").toString());
    return new LiveVictim(
        folder,
        builder.start(),
        RunFiles.latest(Workshop.output(folder, cell), cell.fault().subject()));
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  RunFiles files() {
    return files;
  }

  ProcessHandle jvm() throws IOException {
    long pid = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    return ProcessHandle.of(pid).orElseThrow(() -> new IOException("the show ended by itself"));
  }

  void press(int key) throws IOException {
    terminal.getOutputStream().write(key);
    terminal.getOutputStream().flush();
  }

  /** One that is pressed too early is not heard. */
  void pressSpaceUntil(Patience.Condition condition) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      press(' ');
      try {
        Patience.await("the chapter", KEY_TAKES, condition);
        return;
      } catch (java.util.concurrent.TimeoutException e) {
        continue;
      }
    }
    throw new MissedException("no key starts the chapter");
  }

  void awaitEnd(Duration atMost) throws Exception {
    Patience.await("end of the show", atMost, this::isOver);
  }

  boolean isOver() {
    return Files.exists(folder.resolve("over"));
  }

  List<String> terminalProblems() throws IOException {
    return Files.readString(folder.resolve("before"))
            .equals(Files.readString(folder.resolve("after")))
        ? List.of()
        : List.of("the terminal is not as before");
  }

  @Override
  public void close() {
    terminal.descendants().forEach(ProcessHandle::destroyForcibly);
    terminal.destroyForcibly();
  }
}
