package io.chaoschapters.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code -Dmode=check} says of a project beyond the mistakes within one file. */
class CheckModeTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path folder;
  private final List<String> read = new ArrayList<>();

  @Test
  void experimentThatIsNotThere_isAnErrorWithItsChapter() throws Exception {
    project("@Experiment(\"busy\")", "@Experiment(\"bussy\")");

    assertThat(check(Map.of())).isEqualTo(1);
    assertThat(text(out))
        .contains(
            "  error: Chapter example.OrdersChapters.one: No experiment 'bussy' in 'chaos/orders.yaml'; did you mean 'busy'?");
    assertThat(text(err)).contains("1 error to mend.");
  }

  @Test
  void chaptersOfASubjectThatIsNotThere_areAnErrorWithTheirClass() throws Exception {
    project("subject = \"orders\"", "subject = \"order\"");

    assertThat(check(Map.of())).isEqualTo(1);
    assertThat(text(out))
        .containsSubsequence(
            "chapters example.OrdersChapters",
            "  error: No subject 'order'",
            "did you mean 'orders'?",
            "subject orders: ",
            "no chapters on the class path");
  }

  @Test
  void mistakesOfASubjectsFile_areALineEach() throws Exception {
    write(
        folder.resolve("classes/subjects/orders.yaml"),
        "subject: orders\ntitle: Orders\nsignals: {}\n");

    assertThat(check(Map.of())).isEqualTo(1);
    assertThat(text(out).lines())
        .hasSizeGreaterThan(1)
        .allMatch(line -> line.startsWith("  error: subjects/orders.yaml:"));
    assertThat(text(err)).startsWith("Errors in a subject to mend");
  }

  @Test
  void nothingThere_isNoSuccess() throws Exception {
    assertThat(check(Map.of())).isEqualTo(1);
    assertThat(text(err)).contains("Nothing to check", "mvn test-compile");
  }

  @ParameterizedTest
  @CsvSource({
    "theme, blue, Setting 'theme' cannot be 'blue'",
    "runtime, lokal, No runtime 'lokal'",
    "ai, semantik, No diagnoser 'semantik'; did you mean 'semantic'?",
    "subject, natz, No subject 'natz'",
    "poll, soon, Setting 'poll' must be",
  })
  void mistakeInASetting_isTold(String setting, String value, String sentence) throws Exception {
    assertThat(check(Map.of("chapters." + setting, value))).isEqualTo(1);
    assertThat(text(err)).contains(sentence);
  }

  @Test
  void list_isOfTheSubjectThatIsAskedFor() throws Exception {
    assertThat(run("list", Map.of("subject", "natz"))).isEqualTo(1);
    assertThat(text(err)).contains("No subject 'natz'");
  }

  private void project(String from, String to) throws IOException {
    Path chapters = folder.resolve("source/OrdersChapters.java");
    write(
        chapters,
        """
        package example;

        @io.chaoschapters.ChaosDemo(subject = "orders")
        class OrdersChapters {
          @io.chaoschapters.Chapter(order = 1, title = "An ordinary day")
          @io.chaoschapters.Experiment("busy")
          void one() {}
        }
        """
            .replace(
                from.replace("@E", "@io.chaoschapters.E"),
                to.replace("@E", "@io.chaoschapters.E")));
    write(
        folder.resolve("classes/subjects/orders.yaml"),
        """
        subject: orders
        title: Orders
        components:
          node: {role: node, command: [sleep, "60"]}
        signals:
          serving: {label: nodes serving, count: serving, scale: 2}
        invariants:
          node-serves: {says: the node serves, signal: serving, at-least: 1}
        glossary:
          node down: {means: A node is gone and serves no more.}
          overload: {means: Requests arrive faster than they can be answered.}
        """);
    write(
        folder.resolve("classes/chaos/orders.yaml"),
        """
        subject: orders
        experiments:
          busy: {description: An ordinary day, duration: 1s, expect: {anomaly: none}}
        """);
    Compiled.into(folder.resolve("classes"), List.of(chapters));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private int check(Map<String, String> settings) throws Exception {
    return run("check", settings);
  }

  /** On a class path with the libraries and what the project has, but none of our own subjects. */
  private int run(String mode, Map<String, String> settings) throws Exception {
    Map<String, String> all = new HashMap<>(settings);
    all.put("mode", mode);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    URL[] urls = {Files.createDirectories(folder.resolve("classes")).toUri().toURL()};
    try (URLClassLoader loader = new WithoutOurSubjects(urls, before)) {
      thread.setContextClassLoader(loader);
      return Main.run(
          Settings.of(all),
          new PrintStream(out, true, StandardCharsets.UTF_8),
          new PrintStream(err, true, StandardCharsets.UTF_8),
          System.nanoTime());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void experiments_areReadOnce() throws Exception {
    project("@Experiment(\"busy\")", "@Experiment(\"busy\")");

    assertThat(check(Map.of())).isEqualTo(0);
    assertThat(read).filteredOn("chaos/orders.yaml"::equals).hasSize(1);
  }

  private final class WithoutOurSubjects extends URLClassLoader {
    WithoutOurSubjects(URL[] urls, ClassLoader parent) {
      super(urls, parent);
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      read.add(name);
      return super.getResourceAsStream(name);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.equals("META-INF/services/io.chaoschapters.subject.Subject")
          ? Collections.emptyEnumeration()
          : super.getResources(name);
    }
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
