package io.chaoschapters.subject.yaml.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.ContainerProgram.Check;
import io.chaoschapters.runtime.ContainerProgram.Mount;
import io.chaoschapters.subject.installed.InvalidSubjectException;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services are read as Compose reads them; what is not supported is told with its line. */
class ComposeReaderTest {
  private static final String TEXT =
      """
      name: orders
      x-shared: &shared
        image: ${REGISTRY:-}app:${TAG:?say which}
        environment: {LEVEL: info, HOME_OF: "${HOME_OF-nobody}", TAKEN: }
        depends_on: [db_1]
      services:
        db_1:
          image: redis:7.0.15
          command: redis-server --save "" --appendonly 'no'
          healthcheck: {test: redis-cli ping, interval: 1m30s, timeout: 2s, retries: 2, start_period: 10s}
          volumes: [kept:/data, ./conf:/etc/redis:ro, /scratch]
          ports: ["127.0.0.1:6379:6379"]
          container_name: orders-db
        web:
          <<: *shared
          entrypoint: [/bin/web]
          command: ["--price", "$$5", "--name", "{id}"]
          env_file: web.env
          environment: [LEVEL=debug, "EMPTY="]
          ports: ["8080:80", {name: metrics, target: 9100, published: 9100}]
          expose: ["7000"]
          restart: always
          networks: {default: {aliases: [shop]}}
          tmpfs: /run
          working_dir: /srv
          user: "1000:1000"
        worker:
          <<: *shared
          depends_on: {db_1: {condition: service_healthy}}
        admin:
          image: admin:1
          profiles: [tools]
      volumes:
        kept: # in each run
      """;

  @TempDir private Path folder;

  private List<ComposeService> read(String text) throws IOException {
    Files.createDirectories(folder.resolve("conf"));
    Files.writeString(folder.resolve(".env"), "TAG=from-dot-env\nREGISTRY='${not}/'\n");
    Files.writeString(
        folder.resolve("web.env"), "# of the web\nexport LEVEL=warn\nKEY=\"a b\" # c\n");
    Path file = Files.writeString(folder.resolve("compose.yaml"), text);
    Map<String, String> environment = Map.of("TAG", "7", "REGISTRY", "", "TAKEN", "yes");
    return ComposeReader.read(
        "compose.yaml", file, name -> Optional.ofNullable(environment.get(name)));
  }

  private ComposeService service(String id) throws IOException {
    return read(TEXT).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void services_areThoseWithoutAProfile_underIdsThatHostsMayHave() throws IOException {
    assertThat(read(TEXT)).extracting(ComposeService::id).containsExactly("db-1", "web", "worker");
    assertThat(service("db-1").program().setup().aliases()).containsExactly("db_1", "orders-db");
    assertThat(service("web").program().setup().aliases()).containsExactly("shop");
  }

  @Test
  void environment_countsBeforeDotEnv_andDefaultsStandForWhatIsNotSet() throws IOException {
    assertThat(service("web").program().image().name()).isEqualTo("app:7");
    assertThat(service("worker").program().environment())
        .isEqualTo(Map.of("LEVEL", "info", "HOME_OF", "nobody", "TAKEN", "yes"));
  }

  @Test
  void ownVariables_countBeforeThoseOfAFile() throws IOException {
    assertThat(service("web").program().environment())
        .isEqualTo(Map.of("LEVEL", "debug", "EMPTY", "", "KEY", "a b"));
  }

  @Test
  void commands_areSplitAsAShellDoes_andTwoDollarsAreOne() throws IOException {
    assertThat(service("db-1").program().command())
        .containsExactly("redis-server", "--save", "", "--appendonly", "no");
    assertThat(service("web").program().command())
        .containsExactly("--price", "$5", "--name", "{id}");
    assertThat(service("web").program().setup().entrypoint()).containsExactly("/bin/web");
    assertThat(service("web").program().setup().workingFolder()).isEqualTo("/srv");
    assertThat(service("web").program().setup().user()).isEqualTo("1000:1000");
  }

  @Test
  void ports_areThoseOfTheContainer_byNumberOrName() throws IOException {
    assertThat(service("db-1").ports()).isEqualTo(Map.of("6379", 6379));
    assertThat(service("web").ports()).isEqualTo(Map.of("80", 80, "metrics", 9100, "7000", 7000));
  }

  @Test
  void healthCheck_isForAShell_andSaysHowLongTheStartMayTake() throws IOException {
    assertThat(service("db-1").program().setup().check())
        .isEqualTo(
            new Check(
                List.of("CMD-SHELL", "redis-cli ping"),
                Duration.ofSeconds(2),
                2,
                Duration.ofSeconds(10)));
    assertThat(service("db-1").readyWithin()).isEqualTo(Duration.ofSeconds(190));
    assertThat(service("web").checksItself()).isFalse();
  }

  @Test
  void dependsOn_isTheOrderOfTheStart() throws IOException {
    assertThat(service("web").after()).containsExactly("db-1");
    assertThat(service("worker").after()).containsExactly("db-1");
  }

  @Test
  void volumes_areFoldersBesideTheFileAndNewOnes() throws IOException {
    assertThat(service("db-1").program().setup().mounts())
        .containsExactly(
            new Mount("/data", null, false, false),
            new Mount("/etc/redis", folder.resolve("conf"), true, false),
            new Mount("/scratch", null, false, false));
    assertThat(service("web").program().setup().mounts())
        .containsExactly(new Mount("/run", null, false, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "image: redis:7.0.15 | build: . | 8 | 'build' is not supported here: build the image first",
        "image: redis:7.0.15 | user: root | 7 | service 'db_1' has no image; build it and write its name.",
        "image: redis:7.0.15 | imag: redis | 8 | unknown key 'imag' in 'db_1'; did you mean 'image'?",
        "image: redis:7.0.15 | image: redis:${VERSION} | 8 | the variable VERSION is set neither in the environment nor in the file .env beside; set it, or write ${VERSION:-default}.",
        "image: redis:7.0.15 | image: redis:${VERSION?of redis} | 8 | the variable VERSION is needed: of redis.",
        "image: redis:7.0.15 | image: redis:${VERSION | 8 | '${' has no closing brace.",
        "image: redis:7.0.15 | image: redis:$ | 8 | a single $ begins no variable; write $$ for a dollar.",
        "--appendonly 'no' | --appendonly 'no | 9 | 'command': a quote is not closed.",
        "timeout: 2s | timeout: soon | 10 | 'timeout': 'soon' is not a duration such as 500ms, 10s or 1m30s.",
        "test: redis-cli ping | test: [ping] | 10 | 'test' is a text, or a list that begins with CMD, CMD-SHELL or NONE.",
        "retries: 2 | retries: 0 | 10 | 'retries' is '0'; it must be a whole number from 1.",
        "./conf: | ./gone: | 11 | './gone' is not there (",
        "[kept: | [keep: | 11 | there is no volume 'keep' among the 'volumes' at the top of the file.",
        "127.0.0.1:6379:6379 | 6379-6380:6379-6380/udp | 12 | port '6379-6380:6379-6380/udp' is not read here; write one TCP port",
        "container_name: orders-db | network_mode: host | 13 | 'network_mode' is not supported here: experiments cut services off",
        "container_name: orders-db | secrets: [a] | 13 | 'secrets' is not supported here: mount the file with 'volumes'.",
        "env_file: web.env | env_file: gone.env | 18 | 'env_file': 'gone.env' is not there (",
        "tmpfs: /run | volumes: [kept:/run] | 24 | volume 'kept' is that of 'db_1' already; one volume of two services is not supported here.",
        "{condition: service_healthy} | {condition: service_completed_successfully} | 29 | 'service_completed_successfully' is not known here (known: service_started, service_healthy).",
        "depends_on: {db_1: | depends_on: {admin: | 29 | 'depends_on': there is no service 'admin' that starts",
        "kept: # in | ^kept: {external: true} # in^ | 34 | 'external' is not supported here: a run makes its volumes anew",
      })
  void notSupported_fileLineAndSentence(String part, String other, int line, String sentence) {
    assertThat(TEXT).containsOnlyOnce(part);

    assertThatThrownBy(() -> read(TEXT.replace(part, other)))
        .isInstanceOf(InvalidSubjectException.class)
        .hasMessageContaining(RootLocale.format("compose.yaml:%d: %s", line, sentence));
  }

  @Test
  void notYaml_lineIsSaid() {
    assertThatThrownBy(() -> read(TEXT.replace("entrypoint: [/bin/web]", "entrypoint: [/bin/web")))
        .hasMessageContaining("compose.yaml:17: this is not YAML: expected ',' or ']'");
  }

  @Test
  void groupsThatMergeEachOther_areRefused() {
    String text = "services:\n  a: &a\n    <<: *a\n    image: x:1\n";

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InvalidSubjectException.class)
        .hasMessageContaining("compose.yaml:3: nothing above is called &a, or it contains itself.");
  }

  /** What this project's own users are given to look around with. */
  @ParameterizedTest
  @CsvSource({"ratelimiter.yaml, 5", "tikv.yaml, 5"})
  void composeFilesOfThisProject_areRead(String name, int services) {
    Path file = Path.of("docker", name);

    assertThat(
            ComposeReader.read(
                name, file, variable -> Optional.of("x:1").filter(x -> variable.contains("IMAGE"))))
        .hasSize(services)
        .allSatisfy(service -> assertThat(service.program().command()).isNotEmpty());
  }
}
