package io.chaoschapters.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main program on a class path that lacks what a user did not add. */
class MissingLibraryTest {
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path output;

  @AfterEach
  void putBack() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @ParameterizedTest
  @CsvSource({
    "runtime, docker, testcontainers, org.testcontainers:testcontainers:",
    "runtime, docker, toxiproxy-java, eu.rekawek.toxiproxy:toxiproxy-java:",
    "ai, anthropic, langchain4j-anthropic, dev.langchain4j:langchain4j-anthropic:",
    "ai, openai, langchain4j-open-ai, dev.langchain4j:langchain4j-open-ai:",
    "ai, gemini, langchain4j-google-ai-gemini, dev.langchain4j:langchain4j-google-ai-gemini:",
    "ai, ollama, langchain4j-ollama, dev.langchain4j:langchain4j-ollama:",
    "ai, llamacpp, langchain4j-open-ai, dev.langchain4j:langchain4j-open-ai:",
  })
  void whatIsAskedForAndMissing_isOneSentenceWithWhatToAdd(
      String setting, String value, String jar, String coordinates) throws Exception {
    int code = run(List.of(jar), Map.of(setting, value));

    assertThat(text(err))
        .hasLineCount(1)
        .contains("'" + value + "'", "not on the class path")
        .containsPattern(Pattern.quote(coordinates) + "\\d+[.]\\d+[.]\\d+\\S*\\.\\R$");
    assertThat(text(out)).isEmpty();
    assertThat(code).isEqualTo(1);
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void nothingOptionalIsThere_everyProviderIsKnownAndAutoSaysWhyItGoesOnWithoutContainers()
      throws Exception {
    List<String> all =
        List.of(
            "testcontainers",
            "docker-java",
            "toxiproxy",
            "langchain4j-anthropic",
            "langchain4j-open-ai",
            "langchain4j-google-ai-gemini",
            "langchain4j-ollama",
            "langchain4j-http-client",
            "mcp-core",
            "mcp-json-jackson2",
            "tomcat-embed-core",
            "kubernetes-client");

    assertThat(run(all, Map.of("mode", "list"))).isZero();
    assertThat(text(out))
        .containsPattern("anthropic, .*gemini, .*llamacpp, .*ollama, .*openai, .*semantic")
        .contains("opencode", "qwen-code")
        .contains("subject ratelimiter: ");

    try (URLClassLoader without = without(all)) {
      assertThat(choice(without))
          .contains("provider=io.chaoschapters.runtime.local.")
          .contains("not docker: it needs a library that is not on the class path; add")
          .contains("org.testcontainers:testcontainers:", "eu.rekawek.toxiproxy:toxiproxy-java:");
    }
  }

  /** The program's own main class, as it is when the JVM never saw the library. */
  private int run(List<String> jars, Map<String, String> values) throws Exception {
    Map<String, String> all = new HashMap<>(values);
    all.putIfAbsent("mode", "rehearse");
    all.putIfAbsent("subject", "ratelimiter");
    all.put("chapters.output", output.toString());
    try (URLClassLoader without = without(jars)) {
      Thread.currentThread().setContextClassLoader(without);
      Class<?> settings = without.loadClass("io.chaoschapters.settings.Settings");
      Method run =
          without
              .loadClass("io.chaoschapters.presenter.Main")
              .getDeclaredMethod("run", settings, PrintStream.class, PrintStream.class, long.class);
      run.setAccessible(true);
      return (int)
          run.invoke(
              null,
              settings.getMethod("of", Map.class).invoke(null, all),
              new PrintStream(out, true, StandardCharsets.UTF_8),
              new PrintStream(err, true, StandardCharsets.UTF_8),
              System.nanoTime());
    }
  }

  private static String choice(ClassLoader without) throws Exception {
    Thread.currentThread().setContextClassLoader(without);
    Class<?> settings = without.loadClass("io.chaoschapters.settings.Settings");
    Class<?> runtimes = without.loadClass("io.chaoschapters.runtime.installed.Runtimes");
    return runtimes
        .getMethod("choose", settings, List.class, List.class)
        .invoke(
            runtimes.getMethod("onClassPath").invoke(null),
            settings.getMethod("of", Map.class).invoke(null, Map.of()),
            List.of("local", "docker"),
            List.of())
        .toString();
  }

  /** All of this class path but the jars whose names begin so. */
  private static URLClassLoader without(List<String> jars) throws Exception {
    List<URL> urls = new ArrayList<>();
    int left = 0;
    for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(part);
      String name = path.getFileName().toString();
      if (jars.stream().anyMatch(jar -> name.matches(Pattern.quote(jar) + "-.*\\.jar"))) {
        left++;
      } else {
        urls.add(path.toUri().toURL());
      }
    }
    assertThat(left).as("jars that were left out").isGreaterThanOrEqualTo(jars.size());
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
