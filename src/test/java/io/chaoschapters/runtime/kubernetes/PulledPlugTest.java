package io.chaoschapters.runtime.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.guard.LastWords;
import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.namespace.Labels;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import io.fabric8.kubernetes.api.model.Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JVM of a run is killed in the middle of a fault; nobody cleans up from outside. */
class PulledPlugTest {
  private static final Duration GONE_WITHIN = Duration.ofSeconds(60);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"kill", "freeze", "throttle", "limit", "partition", "latency"})
  void nothingIsLeftWithinAMinute(String fault) throws IOException {
    String namespace = "plug-" + UUID.randomUUID().toString().substring(0, 8);
    try (Api api = ClusterHere.api()) {
      Path words = LastWords.of(folder).prepared("said.json");
      Files.writeString(words, "{}");
      Victim.killInTheMiddle(folder, namespace, fault, "false", "own");
      assertThat(isThere(api, namespace)).as("not removed by the run itself").isTrue();
      long killed = System.nanoTime();

      Wait.atMost("namespace " + namespace + " gone", GONE_WITHIN)
          .until(() -> new Progress(!isThere(api, namespace), "it is still there"));

      System.out.printf(
          java.util.Locale.ROOT,
          "Gone %.1f s after kill -9 in the middle of %s.%n",
          (System.nanoTime() - killed) / 1e9,
          fault);
      assertThat(folder.resolve("said.json")).as("last words").exists();
    }
  }

  /** What is not the run's is well again, and was not touched otherwise. */
  @ParameterizedTest
  @ValueSource(strings = {"freeze", "partition"})
  void attached_everythingIsUndoneWithinAMinute(String fault) throws IOException {
    String namespace = "staging-" + UUID.randomUUID().toString().substring(0, 8);
    try (Api api = ClusterHere.api();
        Theirs theirs = Theirs.allowing(api, namespace, 2)) {
      List<String> before = theirs.lives();
      String pod =
          theirs.pods().stream()
              .map(one -> one.getMetadata().getName())
              .sorted()
              .findFirst()
              .orElseThrow();
      String other = theirs.otherThan(pod);
      Victim.killInTheMiddle(folder, namespace, fault, "true", "own");
      assertThat(theirs.asks(other, pod)).as("in the middle of it").doesNotContain("PONG");
      long killed = System.nanoTime();

      Wait.atMost("an answer of theirs", GONE_WITHIN)
          .until(() -> new Progress(theirs.asks(other, pod).contains("PONG"), "not yet"));
      Wait.atMost("namespace of the run gone", GONE_WITHIN)
          .until(() -> new Progress(ofRun(api, namespace).isEmpty(), "it is still there"));

      System.out.printf(
          java.util.Locale.ROOT,
          "Gone %.1f s after kill -9 in the middle of %s while attached.%n",
          (System.nanoTime() - killed) / 1e9,
          fault);
      assertThat(theirs.lives()).isEqualTo(before);
    }
  }

  private static List<Namespace> ofRun(Api api, String namespace) {
    return api.ask(
            "list",
            client -> client.namespaces().withLabel(Labels.RUN, "victim-" + namespace).list())
        .getItems();
  }

  private static boolean isThere(Api api, String namespace) {
    return api.askFor("look", client -> client.namespaces().withName(namespace).get()).isPresent();
  }
}
