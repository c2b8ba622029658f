package io.chaoschapters.diagnosis.llm.llama;

import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.HttpReady;
import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.installed.Runtimes;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.chaoschapters.waiting.WaitInterruptedException;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * A llama-server that belongs to this run. The local runtime starts it, so it has a port of its own
 * on loopback, leaves its log with the run, and ends on every way out, also when this JVM is gone.
 * Its key is made for this run and goes through its environment.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LlamaServer implements AutoCloseable {
  private static final String ID = "llama-server";
  private static final String PORT = "http";
  private static final Duration READY_WITHIN = Duration.ofMinutes(10);
  private static final Map<String, String> LOCAL = Map.of("runtime", "local");

  /** Variables that tell llama.cpp which processors to use. */
  private static final List<String> PASSED_ON = List.of("GGML_", "CUDA_", "HIP_", "ROCR_", "VK_");

  private final ComponentRuntime runtime;
  private final Component component;
  private final String key;

  private LlamaServer(ComponentRuntime runtime, Component component, String key) {
    this.runtime = runtime;
    this.component = component;
    this.key = key;
  }

  /**
   * Starts it and waits until the model is loaded.
   *
   * @param folder its log is left in {@code logs} below it
   * @param progress is given a sentence from time to time while the model loads
   * @throws DiagnosisException when it cannot be started, with the reason
   */
  public static LlamaServer start(LlamaOptions options, Path folder, Consumer<String> progress) {
    String key = randomKey();
    ComponentRuntime runtime = openRuntime(folder);
    try {
      LoadProgress loading = new LoadProgress(options.model(), progress);
      HttpReady healthy = new HttpReady(PORT, "/health");
      ComponentSpec spec =
          new ComponentSpec(
              ID,
              "language model",
              List.of(PORT),
              new ProcessProgram(place -> line(options, place), environment(key)),
              null,
              component -> loading.look(healthy.isReady(component)),
              READY_WITHIN);
      return new LlamaServer(runtime, runtime.start(List.of(spec)).get(0), key);
    } catch (RuntimeFailureException | WaitInterruptedException e) {
      runtime.close();
      throw LoadFailure.of(e, options);
    }
  }

  private static ComponentRuntime openRuntime(Path folder) {
    return Runtimes.onClassPath()
        .choose(Settings.of(LOCAL), List.of("local"), List.of())
        .provider()
        .open(new RuntimeContext(ID, folder, Settings.of(LOCAL)));
  }

  private static List<String> line(LlamaOptions options, ProcessPlace place) {
    List<String> line = new ArrayList<>();
    line.add(options.program().toString());
    line.addAll(List.of("--model", options.model().path().toString()));
    line.addAll(List.of("--ctx-size", Integer.toString(options.context())));
    line.addAll(List.of("--parallel", "1", "--no-webui"));
    line.addAll(options.more());
    line.addAll(List.of("--host", "127.0.0.1"));
    line.addAll(List.of("--port", Integer.toString(place.port(PORT))));
    return line;
  }

  private static Map<String, String> environment(String key) {
    Map<String, String> variables = new HashMap<>();
    System.getenv()
        .forEach(
            (name, value) -> {
              if (PASSED_ON.stream().anyMatch(name::startsWith)) {
                variables.put(name, value);
              }
            });
    variables.put("LLAMA_API_KEY", key);
    return variables;
  }

  private static String randomKey() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The URI of a path; {@code path} starts with a slash. */
  public URI uri(String path) {
    return component.endpoint(PORT).http(path);
  }

  /** The key that it wants, made for this run. */
  public String key() {
    return key;
  }

  /** Whether its process is still there. */
  public boolean isAlive() {
    return component.state() != ComponentState.STOPPED;
  }

  /** Whether its process is gone, or will be in this time. */
  public boolean endsWithin(Duration atMost) {
    try {
      Wait.atMost("end of llama-server", atMost)
          .until(() -> isAlive() ? Progress.notYet("it runs") : Progress.reached());
      return true;
    } catch (WaitTimeoutException e) {
      return false;
    }
  }

  /** What it printed last, oldest first. */
  public List<String> lastLines(int most) {
    List<String> lines = component.logsSince(Instant.EPOCH).stream().map(LogLine::text).toList();
    return lines.subList(Math.max(0, lines.size() - most), lines.size());
  }

  /** Ends it. */
  @Override
  public void close() {
    runtime.close();
  }
}
