package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.HttpReady;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subjects.ratelimiter.service.LimiterNode;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The parts of the system and how they run. */
final class RateLimiterComponents {
  static final int NODES = 3;
  static final String HTTP = "http";
  static final String REDIS = "redis";

  private static final String STORE = "store";
  private static final List<String> NODE_IDS =
      IntStream.rangeClosed(1, NODES).mapToObj(number -> "node-" + number).toList();

  static final List<String> IDS = Stream.concat(Stream.of(STORE), NODE_IDS.stream()).toList();

  private static final Duration READY_WITHIN = Duration.ofSeconds(30);

  /**
   * The class path is our own build: verifying it again costs a fifth of the start. Picocli looks
   * for Groovy, which the class path of a test has: loading it costs another fifth.
   */
  private static final String[] QUICK_START = {
    "-XX:+UnlockDiagnosticVMOptions",
    "-XX:-BytecodeVerificationRemote",
    "-Dpicocli.disable.closures=true"
  };

  private RateLimiterComponents() {}

  /** Redis keeps nothing on disk; DEBUG must be allowed at start, it cannot be later. */
  static ComponentSpec store(String password) {
    return ComponentSpec.of(
            STORE,
            "shared store",
            component ->
                new StoreProbe(component.endpoint(REDIS), password).ping() == Health.SERVING,
            READY_WITHIN)
        .withPorts(REDIS)
        .asProcess(new ProcessProgram(place -> storeCommand(place, password), Map.of()))
        .inContainer(RateLimiterContainers.store(password));
  }

  private static List<String> storeCommand(ProcessPlace place, String password) {
    Path program = RedisBinary.extractTo(place.folder());
    Path configuration = place.folder().resolve("redis.conf");
    // The password stands in a file that only this user can read, not on the command line.
    writePrivately(
        configuration,
        String.join(
            "\n",
            "bind 127.0.0.1",
            "port " + place.port(REDIS),
            "dir " + quoted(place.folder().toString()),
            "save \"\"",
            "appendonly no",
            "enable-debug-command local",
            // Its title would be written over its environment, by which it is known to be ours.
            "set-proc-title no",
            "requirepass " + password,
            ""));
    return List.of(program.toString(), configuration.toString());
  }

  /** A path may have blanks; Redis reads backslashes within quotes as C does. */
  private static String quoted(String word) {
    return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static void writePrivately(Path file, String text) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new RuntimeFailureException(
          RootLocale.format(
              "Cannot write %s: %s. Is there free disk space?", file, Failure.words(e)),
          e);
    }
  }

  static List<ComponentSpec> nodes(Component store, String password) {
    return NODE_IDS.stream().map(id -> node(id, store, password)).toList();
  }

  private static ComponentSpec node(String id, Component store, String password) {
    return ComponentSpec.of(id, "limiter node", new HttpReady(HTTP, "/health"), READY_WITHIN)
        .withPorts(HTTP)
        .asProcess(
            new ProcessProgram(
                place -> nodeCommand(place, id, store.internalEndpoint(REDIS)),
                Map.of(LimiterNode.PASSWORD_VARIABLE, password)))
        .inContainer(RateLimiterContainers.node(id, store.internalEndpoint(REDIS), password));
  }

  private static List<String> nodeCommand(ProcessPlace place, String id, Endpoint store) {
    List<String> command = new ArrayList<>(place.java(LimiterNode.class, QUICK_START));
    command.addAll(
        List.of(
            "--node", id,
            "--port", Integer.toString(place.port(HTTP)),
            "--redis-host", store.host(),
            "--redis-port", Integer.toString(store.port())));
    return command;
  }
}
