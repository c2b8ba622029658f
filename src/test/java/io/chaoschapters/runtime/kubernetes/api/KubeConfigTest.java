package io.chaoschapters.runtime.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.settings.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeConfigTest {
  private static final String TEXT =
      """
      apiVersion: v1
      kind: Config
      current-context: near
      clusters:
      - {name: one, cluster: {server: "https://one.example:6443"}}
      - {name: two, cluster: {server: "https://two.example:6443"}}
      users: []
      contexts:
      - {name: near, context: {cluster: one}}
      - {name: far, context: {cluster: two}}
      """;

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("config"), text);
  }

  private KubeConfig read(Path file, Map<String, String> settings) {
    return KubeConfig.read(file.toString(), folder, Settings.of(settings));
  }

  @Test
  void currentContext_isTaken() throws IOException {
    KubeConfig config = read(file(TEXT), Map.of());
    assertThat(config.context()).isEqualTo("near");
    assertThat(config.config().getMasterUrl()).startsWith("https://one.example:6443");
  }

  @Test
  void contextThatWasAskedFor_isTaken() throws IOException {
    KubeConfig config = read(file(TEXT), Map.of("kubernetes.context", "far"));
    assertThat(config.context()).isEqualTo("far");
    assertThat(config.config().getMasterUrl()).startsWith("https://two.example:6443");
  }

  @Test
  void usualPlace_isUsedWithoutTheVariable() throws IOException {
    Files.createDirectories(folder.resolve(".kube"));
    Files.writeString(folder.resolve(".kube/config"), TEXT);
    assertThat(KubeConfig.read(null, folder, Settings.of(Map.of())).context()).isEqualTo("near");
  }

  @Test
  void unknownContext_saysWhichThereAre() throws IOException {
    Path file = file(TEXT);
    assertThatThrownBy(() -> read(file, Map.of("kubernetes.context", "prod")))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessage(
            file + " has no context 'prod' (from -Dkubernetes.context); it has: far, near.");
  }

  @Test
  void noCurrentContext_asksForOne() throws IOException {
    Path file = file(TEXT.replace("current-context: near\n", ""));
    assertThatThrownBy(() -> read(file, Map.of()))
        .hasMessage(
            file + " has no current context; choose one with -Dkubernetes.context=far or near.");
  }

  @Test
  void noFile_saysWhereItWasLookedFor() {
    assertThatThrownBy(() -> KubeConfig.read(null, folder, Settings.of(Map.of())))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageContaining("There is no kubeconfig: not at " + folder.resolve(".kube/config"))
        .hasMessageContaining("docker/kubernetes/up");
    Path named = folder.resolve("nowhere");
    assertThatThrownBy(() -> read(named, Map.of()))
        .hasMessage("There is no kubeconfig at " + named + ", which KUBECONFIG names.");
  }

  @Test
  void severalFiles_areRefused() {
    assertThatThrownBy(
            () -> KubeConfig.read("/a" + File.pathSeparator + "/b", folder, Settings.of(Map.of())))
        .hasMessageContaining("KUBECONFIG names 2 files");
  }

  @Test
  void fileThatIsNone_isNamed() throws IOException {
    Path file = file("\u0000 not: [yaml");
    assertThatThrownBy(() -> read(file, Map.of()))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageContaining(file.toString());
  }
}
