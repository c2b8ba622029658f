package io.chaoschapters.subject.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.installed.Runtimes;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.installed.InvalidSubjectException;
import io.chaoschapters.subject.yaml.model.ComponentEntry;
import io.chaoschapters.subject.yaml.model.ProbeEntry;
import io.chaoschapters.subject.yaml.read.SubjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A subject whose components are containers: services of a Compose file, or images. */
class ComposeSubjectTest {
  private static final String WORDS =
      """
      signals:
        serving: {count: serving, scale: 2}
      invariants:
        both-serve: {says: both answer, signal: serving, at-least: 2}
      glossary:
        store down: {means: The store refuses connections.}
        store stalled: {means: The store accepts connections but does not answer.}
      """;

  @TempDir private Path folder;
  private Path compose;

  @BeforeEach
  void writeComposeFile() throws IOException {
    compose =
        Files.writeString(
            folder.resolve("compose.yaml"),
            """
            services:
              store:
                image: redis:7.0.15
                ports: ["6379"]
                healthcheck: {test: [CMD, redis-cli, ping]}
              web:
                image: web:1
                command: [--name, "{id}"]
                ports: ["80:8080"]
                depends_on: [store]
            """);
  }

  private YamlSubject subject(String components) {
    String text = "subject: shop\ntitle: A shop\n" + components + WORDS;
    return new YamlSubject(
        new SubjectReader(getClass().getClassLoader())
            .read("subjects/shop.yaml", text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<ComponentEntry> components(String components) {
    String text = "subject: shop\ntitle: A shop\n" + components + WORDS;
    return new SubjectReader(getClass().getClassLoader())
        .read("subjects/shop.yaml", text.getBytes(StandardCharsets.UTF_8))
        .components();
  }

  private String named() {
    return "compose: " + compose + "\n";
  }

  @Test
  void services_areComponents_whichTheSubjectSaysMoreOf() {
    List<ComponentEntry> entries =
        components(
            named()
                + "components:\n"
                + "  web: {role: shop, ports: {http: 8080}, probe: {http: http/health}, metrics: http/metrics}\n");

    ComponentEntry store = entries.get(0);
    ComponentEntry web = entries.get(1);
    assertThat(store.probe()).isInstanceOf(ProbeEntry.OwnCheck.class);
    assertThat(store.ready()).isInstanceOf(ProbeEntry.OwnCheck.class);
    assertThat(store.ports()).isEqualTo(Map.of("6379", 6379));
    assertThat(web.role()).isEqualTo("shop");
    assertThat(web.ports()).isEqualTo(Map.of("http", 8080));
    assertThat(web.after()).containsExactly("store");
    assertThat(web.probe()).isInstanceOf(ProbeEntry.Asked.class);
    assertThat(web.container().command().get(1).fill(name -> java.util.Optional.empty()))
        .isEqualTo("{id}");
  }

  @Test
  void whatTheComposeFileSays_isRefusedInTheSubject() {
    assertThatThrownBy(() -> subject(named() + "components:\n  web: {image: other:2}\n"))
        .isInstanceOf(InvalidSubjectException.class)
        .hasMessageContaining(
            "subjects/shop.yaml:5: 'image': the Compose file says this of 'web'; change it there.");
  }

  @Test
  void fileIsNotThere_bothPlacesAreSaid() {
    assertThatThrownBy(() -> subject("compose: nowhere/compose.yaml\n"))
        .isInstanceOf(InvalidSubjectException.class)
        .hasMessageContaining("subjects/shop.yaml:3: 'compose': there is no file")
        .hasMessageContaining("'nowhere/compose.yaml' on the class path, nor /");
  }

  @Test
  void imageWithoutATag_isRefused() throws IOException {
    Files.writeString(compose, "services:\n  store:\n    image: redis\n");

    assertThatThrownBy(() -> subject(named()))
        .hasMessageContaining("subjects/shop.yaml:3: 'redis' has no pinned tag");
  }

  @Test
  void mistakeInTheComposeFile_itsOwnLineIsSaid() throws IOException {
    Files.writeString(compose, "services:\n  store:\n    build: .\n");

    assertThatThrownBy(() -> subject(named()))
        .isInstanceOf(InvalidSubjectException.class)
        .hasMessageContaining("compose.yaml:3: 'build' is not supported here");
  }

  @Test
  void servicesThatWaitForEachOther_areRefused() throws IOException {
    Files.writeString(
        compose,
        "services:\n  a: {image: x:1, depends_on: [b]}\n  b: {image: x:1, depends_on: [a]}\n");

    assertThatThrownBy(() -> subject(named()))
        .hasMessageContaining("'a' would have to start after itself");
  }

  @Test
  void containersAndProcesses_doNotGoTogether() {
    assertThatThrownBy(
            () -> subject(named() + "components:\n  box: {command: [sleep, '9'], ports: [x]}\n"))
        .hasMessageContaining("'store' is a container and 'box' a process");
  }

  @Test
  void folderOfAContainer_isNone() {
    assertThatThrownBy(() -> subject("components:\n  a: {image: 'a:1', command: ['{folder}/x']}\n"))
        .hasMessageContaining("subjects/shop.yaml:4: '{folder}' stands for nothing here");
  }

  @Test
  void images_runInDockerAndOnKubernetes_servicesInDockerAlone() {
    YamlSubject byImage =
        subject(
            "components:\n  a-{1..2}: {image: 'a:1', ports: {http: 80}, command: ['{a-2.host}:{a-2.port.http}']}\n");

    assertThat(byImage.runtimes()).containsExactly("docker", "kubernetes");
    assertThat(byImage.images()).containsExactly("a:1");
    assertThat(subject(named()).runtimes()).containsExactly("docker");
  }

  @Test
  void loadThatIsAProgram_isRefusedBesideContainers() {
    YamlSubject subject = subject(named() + "loads:\n  writes: {command: [sleep, '9']}\n");

    assertThat(subject.refused(Settings.of(Map.of()), "docker"))
        .containsExactly(
            "subjects/shop.yaml: load 'writes' is a program that goes on, which runtime 'docker' cannot start; give it a 'rate', or use 'http' or 'tcp'.");
    assertThat(subject.refused(Settings.of(Map.of()), "local")).isEmpty();
  }

  @Test
  void processesAreAskedOfIt_oneSentenceSaysWhatItRunsOn() {
    YamlSubject subject = subject(named());

    assertThatThrownBy(
            () ->
                Runtimes.onClassPath()
                    .choose(
                        Settings.of(Map.of("runtime", "local")),
                        subject.runtimes(),
                        subject.images()))
        .isInstanceOfAny(InvalidSettingException.class, RuntimeFailureException.class)
        .hasMessage(
            "Runtime 'local' (from -Druntime) is not supported by the subject. Use -Druntime=docker.");
  }
}
