package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.runtime.kubernetes.api.Api;
import io.chaoschapters.runtime.kubernetes.api.KubeConfig;
import io.chaoschapters.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * The project's own cluster, for tests that are skipped with a reason where none is given. Nobody's
 * kubeconfig is used unless this variable names it.
 */
final class ClusterHere {
  static final String VARIABLE = "CHAOS_KUBERNETES_CONFIG";
  private static final String MESH = "CHAOS_KUBERNETES_MESH";
  static final String IMAGES = "chaoschapters.local";

  private ClusterHere() {}

  static Path kubeconfig() {
    String given = System.getenv(VARIABLE);
    Assumptions.assumeTrue(
        given != null && !given.isBlank(),
        VARIABLE
            + " names no kubeconfig; docker/kubernetes/up starts a cluster and prints its own");
    Path file = Path.of(given);
    Assumptions.assumeTrue(Files.isRegularFile(file), "there is no file " + file);
    return file;
  }

  /** Skips a test where the real Chaos Mesh is not said to be installed. */
  static void assumeChaosMesh() {
    Assumptions.assumeTrue(
        "true".equals(System.getenv(MESH)),
        MESH + " is not set; docker/kubernetes/chaos-mesh installs it and runs this");
  }

  static Settings settings(String... more) {
    Map<String, String> values = new HashMap<>(Map.of("kubernetes.images", IMAGES));
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return Settings.of(values);
  }

  static KubeConfig config(Settings settings) {
    return KubeConfig.read(kubeconfig().toString(), Path.of("/nowhere"), settings);
  }

  static KubernetesRuntimeProvider provider() {
    kubeconfig();
    return new KubernetesRuntimeProvider(ClusterHere::config);
  }

  static Api api() {
    return Api.open(config(settings()));
  }
}
