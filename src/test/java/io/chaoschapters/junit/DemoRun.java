package io.chaoschapters.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.OutputDirectoryCreator;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * Runs fixture classes as JUnit would run somebody's chapters, with settings and with resources of
 * their own on the class path.
 */
public final class DemoRun {
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Map<String, String> resources = new LinkedHashMap<>();
  private final Path output;

  private DemoRun(String name) {
    output = Path.of("target", "toy-runs", name);
    setting("output", output.toString());
    setting("ai", "toy");
    setting("poll", "50");
    setting("runtime", "local");
    setting("prometheus", "embedded");
  }

  /** A run whose artifacts are kept apart from those of other runs by its name. */
  public static DemoRun named(String name) {
    return new DemoRun(name);
  }

  /** Runs classes with the defaults. */
  static DemoOutcome of(Class<?>... fixtures) {
    return named(fixtures[0].getSimpleName()).run(fixtures);
  }

  /** With a setting. */
  public DemoRun setting(String name, String value) {
    settings.put("chapters." + name, value);
    return this;
  }

  /** Puts a resource before the one of the same name. */
  public DemoRun resource(String name, String content) {
    resources.put(name, content);
    return this;
  }

  /** Lets the service loader find this provider, and no other that files would name. */
  public DemoRun service(Class<?> service, Class<?> provider) {
    return resource("META-INF/services/" + service.getName(), provider.getName());
  }

  public DemoOutcome run(Class<?>... fixtures) {
    return run(
        Arrays.stream(fixtures)
            .map(fixture -> selectClass(fixture))
            .toArray(DiscoverySelector[]::new));
  }

  public DemoOutcome run(DiscoverySelector... selectors) {
    return run("junit-jupiter", selectors);
  }

  /** Makes trials of the fixtures' subjects. */
  DemoOutcome trials(int repetitions, Class<?>... fixtures) {
    return trials(Integer.toString(repetitions), fixtures);
  }

  DemoOutcome trialsUntilDecided(Class<?>... fixtures) {
    return trials("until-decided", fixtures);
  }

  DemoOutcome trials(String wanted, Class<?>... fixtures) {
    setting("trials", wanted);
    return run(
        TrialsFilter.ENGINE,
        Arrays.stream(fixtures)
            .map(fixture -> selectClass(fixture))
            .toArray(DiscoverySelector[]::new));
  }

  private DemoOutcome run(String engine, DiscoverySelector... selectors) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    EngineExecutionResults results =
        within(
            printed,
            () ->
                EngineTestKit.engine(engine)
                    .outputDirectoryCreator(
                        new Published(output.resolve("published").toAbsolutePath()))
                    .selectors(selectors)
                    .execute());
    return new DemoOutcome(results, output, printed.toString(StandardCharsets.UTF_8));
  }

  /** Where JUnit puts what tests publish. */
  private record Published(Path root) implements OutputDirectoryCreator {
    @Override
    public Path getRootDirectory() {
      return root;
    }

    @Override
    public Path createOutputDirectory(TestDescriptor test) throws IOException {
      return Files.createDirectories(root.resolve(test.getDisplayName().replaceAll("\\W", "_")));
    }
  }

  /** Does something under these settings and with these resources. */
  public <T> T within(ByteArrayOutputStream printed, Supplier<T> work) {
    Map<String, String> before = new LinkedHashMap<>();
    settings.keySet().forEach(key -> before.put(key, System.getProperty(key)));
    Thread thread = Thread.currentThread();
    ClassLoader loader = thread.getContextClassLoader();
    PrintStream out = System.out;
    try {
      settings.forEach(System::setProperty);
      thread.setContextClassLoader(new OverridingLoader(loader, resources));
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      return work.get();
    } finally {
      System.setOut(out);
      thread.setContextClassLoader(loader);
      before.forEach(DemoRun::restore);
    }
  }

  private static void restore(String key, @org.jspecify.annotations.Nullable String value) {
    if (value == null) {
      System.clearProperty(key);
    } else {
      System.setProperty(key, value);
    }
  }

  /** The settings as a command line gives them to another process. */
  List<String> properties() {
    return settings.entrySet().stream().map(s -> "-D" + s.getKey() + "=" + s.getValue()).toList();
  }

  /** The folder under which runs leave their artifacts. */
  public Path output() {
    return output;
  }
}
