package io.chaoschapters.runtime.docker;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.process.ChildJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Chooses a runtime in JVMs of their own, whose environment and home hold what libraries cannot
 * read. An engine answers that has no image.
 */
class UsersSettingsTest {
  private static final String SAME_EVERYWHERE = "Check DOCKER_* and TESTCONTAINERS_* in the";

  @TempDir Path folder;
  private Path home;
  private FakeEngine engine;
  private String host;

  @BeforeEach
  void startEngine() throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
    Path socket = folder.resolve("e.sock");
    host = "unix://" + socket;
    engine =
        new FakeEngine(
            socket,
            request ->
                request.contains("/version")
                    ? FakeEngine.json(200, "{\"Version\":\"27.1\",\"ApiVersion\":\"1.46\"}")
                    : FakeEngine.json(request.startsWith("GET") ? 404 : 500, "{}"));
  }

  @AfterEach
  void endEngine() throws IOException {
    engine.close();
  }

  @Test
  void dockerHostWithABlank_autoGoesOnAndDockerIsRefused() throws Exception {
    String wrong = "unix:///home/mara k/docker.sock";

    assertThat(choose("auto", Map.of("DOCKER_HOST", wrong)))
        .startsWith(
            "Runtime local: components run as processes of this machine (not docker: DOCKER_HOST is '"
                + wrong
                + "', which is no URI (");
    assertThat(choose("docker", Map.of("DOCKER_HOST", wrong)))
        .startsWith(
            "InvalidSettingException: Runtime 'docker' (from -Druntime) cannot be used here: DOCKER_HOST is '")
        .contains("make a link to the socket")
        .endsWith("Use -Druntime=auto.");
  }

  @Test
  void imageSubstitutorThatIsNotThere_autoGoesOnWithASentence() throws Exception {
    assertThat(choose("auto", Map.of("TESTCONTAINERS_IMAGE_SUBSTITUTOR", "no.Such")))
        .startsWith("Runtime local: ")
        .contains(
            "Testcontainers could not find out under which name to use image",
            "no.Such",
            SAME_EVERYWHERE);
  }

  @Test
  void propertiesOfTestcontainersAreBroken_autoGoesOnWithASentence() throws Exception {
    Files.writeString(home.resolve(".testcontainers.properties"), "docker.host=\\uZZZZ\n");

    assertThat(choose("auto", Map.of()))
        .startsWith("Runtime local: ")
        .contains("Malformed \\uxxxx encoding", SAME_EVERYWHERE);
  }

  @Test
  void dockersConfigurationIsBroken_autoGoesOnWithASentence() throws Exception {
    Files.writeString(home.resolve("config.json"), "{");

    assertThat(choose("auto", Map.of("DOCKER_CONFIG", home.toString())))
        .startsWith("Runtime local: ")
        .contains(
            "Testcontainers could not find the login for image",
            "Unexpected end-of-input",
            SAME_EVERYWHERE);
  }

  @ParameterizedTest
  @CsvSource({
    "DOCKER_CERT_PATH, /no/such/folder",
    "DOCKER_TLS_VERIFY, perhaps",
    "DOCKER_API_VERSION, newest",
    "DOCKER_AUTH_CONFIG, {",
    "DOCKER_CONTEXT, nosuch",
    "TESTCONTAINERS_HOST_OVERRIDE, 'a b'",
    "TESTCONTAINERS_HUB_IMAGE_NAME_PREFIX, 'a b/'",
    "TESTCONTAINERS_DOCKER_SOCKET_OVERRIDE, 'a b'",
    "TESTCONTAINERS_DOCKER_CLIENT_STRATEGY, no.Such",
    "TESTCONTAINERS_RYUK_DISABLED, perhaps",
  })
  void whateverLibrariesMakeOfIt_autoGoesOnWithASentence(String variable, String value)
      throws Exception {
    Map<String, String> environment =
        variable.equals("DOCKER_CERT_PATH")
            ? Map.of(variable, value, "DOCKER_TLS_VERIFY", "1")
            : Map.of(variable, value);

    assertThat(choose("auto", environment))
        .startsWith("Runtime local: components run as processes of this machine (not docker: ")
        .hasLineCount(1);
  }

  private String choose(String runtime, Map<String, String> environment)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            ChildJvm.command(
                RuntimeChooser.class,
                folder,
                "-Duser.home=" + home,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off"));
    command.addAll(List.of(runtime, "example.com/no/such:1"));
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(DOCKER|TESTCONTAINERS)_.*"));
    builder.environment().put("DOCKER_HOST", host);
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Files.readString(output, StandardCharsets.UTF_8).strip();
  }
}
