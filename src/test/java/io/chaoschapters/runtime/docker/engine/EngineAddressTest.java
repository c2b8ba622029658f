package io.chaoschapters.runtime.docker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineAddressTest {
  @TempDir Path folder;
  private Path home;
  private Path root;

  @BeforeEach
  void makeFolders() throws IOException {
    home = Files.createDirectories(folder.resolve("home"));
    root = Files.createDirectories(folder.resolve("root"));
  }

  @Test
  void nothingThere_saysWhereItLooked() {
    EngineAddress found = find(Map.of());

    assertThat(found.socket()).isNull();
    assertThat(found.problem())
        .isEqualTo(
            "no Docker engine was found: there is no " + root.resolve("var/run/docker.sock"));
  }

  @Test
  void usualSocket_isFound() throws IOException {
    Path socket = make(root.resolve("var/run/docker.sock"));

    assertThat(find(Map.of()).socket()).isEqualTo(socket);
  }

  @Test
  void rootlessSocket_isFound() throws IOException {
    Path socket = make(folder.resolve("run/docker.sock"));

    assertThat(find(Map.of("XDG_RUNTIME_DIR", folder.resolve("run").toString())).socket())
        .isEqualTo(socket);
  }

  @Test
  void desktopSocketInTheHome_isFound() throws IOException {
    Path socket = make(home.resolve(".docker/run/docker.sock"));

    assertThat(find(Map.of()).socket()).isEqualTo(socket);
  }

  @Test
  void dockerHostOfAnotherMachine_refusedWithTheReason() {
    assertThat(find(Map.of("DOCKER_HOST", "tcp://elsewhere:2375")).problem())
        .startsWith(
            "DOCKER_HOST is 'tcp://elsewhere:2375', but ports are opened on this machine's");
  }

  @Test
  void dockerHostWithoutSocket_saysSo() {
    String host = "unix://" + folder.resolve("none.sock");

    assertThat(find(Map.of("DOCKER_HOST", host)).problem())
        .isEqualTo(RootLocale.format("DOCKER_HOST is '%s', where nothing is", host));
  }

  @Test
  void dockerHostIsNoUri_sentenceWithTheWayOut() {
    EngineAddress found = find(Map.of("DOCKER_HOST", "unix:///home/mara k/docker.sock"));

    assertThat(found.socket()).isNull();
    assertThat(found.problem())
        .isEqualTo(
            "DOCKER_HOST is 'unix:///home/mara k/docker.sock', which is no URI (Illegal character in path at index 17: unix:///home/mara k/docker.sock); make a link to the socket at a path of plain letters, and set unix:// and that path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unix://", "unix:///%zz", "unix:///a[b.sock", "unix://\\a"})
  void dockerHostIsNoUriInOtherWays_sentence(String host) {
    assertThat(find(Map.of("DOCKER_HOST", host)).problem())
        .startsWith("DOCKER_HOST is '" + host + "', which is no URI (");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unix://docker.sock", "unix://host:1"})
  void dockerHostWithoutAPath_saysToWriteTheWholePath(String host) {
    assertThat(find(Map.of("DOCKER_HOST", host)).problem())
        .isEqualTo(
            "DOCKER_HOST is '"
                + host
                + "', which names no socket; set unix:// and the socket's whole path");
  }

  @Test
  void pathsThatCannotBe_arePassedOverOrTold() throws IOException {
    Path socket = make(home.resolve(".docker/run/docker.sock"));

    assertThat(find(Map.of("XDG_RUNTIME_DIR", "/run/\0")).socket()).isEqualTo(socket);
    assertThat(EngineAddress.find(Map.of(), "\0", root).problem())
        .startsWith("no Docker engine was found");
    assertThat(find(Map.of("DOCKER_HOST", "unix:///run/%00")).problem())
        .startsWith("DOCKER_HOST is 'unix:///run/%00', which is no path here (");
  }

  private EngineAddress find(Map<String, String> environment) {
    return EngineAddress.find(environment, home.toString(), root);
  }

  private static Path make(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
