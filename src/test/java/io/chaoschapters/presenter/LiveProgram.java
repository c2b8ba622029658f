package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.EventTypes;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.PresenterEvent;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The real program on a terminal of its own, and what it leaves behind. */
public final class LiveProgram {
  private static final Duration AT_MOST = Duration.ofSeconds(90);

  private final Path folder;
  private final Path output;
  private final String subject;
  private final Tmux tmux;

  private LiveProgram(Path folder, Path output, String subject, Tmux tmux) {
    this.folder = folder;
    this.output = output;
    this.subject = subject;
    this.tmux = tmux;
  }

  /** How to start the program: the command line ends with its main class. */
  public record Start(String subject, Path output, int columns, int rows, String command) {}

  /** The command line of the program, started by this Java with the flags that Maven gives it. */
  public static String java(String classPath, Path output, String subject, String... settings) {
    return RootLocale.format(
        "'%s' %s -cp '%s' -Dsubject=%s -Druntime=local -Dchapters.output='%s' %s %s",
        Path.of(System.getProperty("java.home"), "bin", "java"),
        String.join(" ", flags()),
        classPath,
        subject,
        output,
        String.join(" ", settings),
        Main.class.getName());
  }

  /** A live show runs in Maven's own JVM. */
  static List<String> flags() {
    try {
      return Files.readAllLines(Path.of(".mvn", "jvm.config"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it; what it prints stays on the terminal, and its exit code and pid are kept. */
  public static LiveProgram open(Path folder, Start start)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path program = folder.resolve("program.sh");
    Files.writeString(
        program, RootLocale.format("echo $$ > '%s/pid'\nexec %s\n", folder, start.command()));
    Path script = folder.resolve("show.sh");
    Files.writeString(
        script,
        RootLocale.format(
            """
        stty -a > '%1$s/before'
        sh '%2$s'
        echo $? > '%1$s/code'
        stty -a > '%1$s/after'
        touch '%1$s/over'
        """,
            folder, program));
    Tmux tmux = Tmux.open(start.columns(), start.rows(), script);
    return new LiveProgram(folder, start.output(), start.subject(), tmux);
  }

  public Tmux tmux() {
    return tmux;
  }

  public boolean isOver() {
    return Files.exists(folder.resolve("over"));
  }

  public void awaitEnd() {
    Awaitility.await("the program's end").atMost(AT_MOST).until(this::isOver);
  }

  public String exitCode() throws IOException {
    return Files.readString(folder.resolve("code")).strip();
  }

  /** The folder of the newest run. */
  Path run() throws IOException {
    return output.resolve(subject).resolve("latest").toRealPath();
  }

  /** The newest run's lines of a type of event. */
  public List<String> lines(Class<? extends RunEvent> type) throws IOException {
    Path journal = output.resolve(subject).resolve("latest/journal.jsonl");
    if (!Files.exists(journal)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(journal)) {
      String wanted = "\"type\":\"" + EventTypes.name(type) + "\"";
      return lines.filter(line -> line.contains(wanted)).toList();
    }
  }

  public void awaitEvents(Class<? extends RunEvent> type, int count) {
    Awaitility.await(count + " times " + EventTypes.name(type))
        .atMost(AT_MOST)
        .until(() -> lines(type).size() >= count);
  }

  /** Waits until a failure was put before the presenter so many times. */
  public void awaitReviews(int count) {
    awaitEvents(PresenterEvent.ReviewOpened.class, count);
  }

  /** The program's process id. */
  long pid() throws IOException {
    return Long.parseLong(Files.readString(folder.resolve("pid")).strip());
  }

  /** Sends a signal to the program. */
  void signal(String name) throws IOException, InterruptedException {
    String pid = Long.toString(pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  /** The terminal is as it was, every fault was undone, and no process of the run is left. */
  public void assertNothingIsLeft() throws IOException {
    assertTerminalIsBack();
    assertThat(lines(RunEvent.Ended.class)).hasSize(1);
    assertThat(lines(FaultEvent.Ended.class)).hasSameSizeAs(lines(FaultEvent.Injected.class));
    String run = run().getFileName().toString();
    Awaitility.await("no process of run " + run)
        .atMost(AT_MOST)
        .untilAsserted(
            () ->
                assertThat(
                        ProcessHandle.allProcesses()
                            .flatMap(process -> process.info().commandLine().stream())
                            .filter(command -> command.contains(run)))
                    .isEmpty());
  }

  void assertTerminalIsBack() {
    assertThat(folder.resolve("after")).hasSameTextualContentAs(folder.resolve("before"));
  }

  /** Ends the program when it still runs, and its terminal. */
  public void close() throws IOException, InterruptedException {
    try {
      if (!isOver()) {
        tmux.press("C-c");
        tmux.press("C-c");
        awaitEnd();
      }
    } finally {
      tmux.close();
    }
  }
}
