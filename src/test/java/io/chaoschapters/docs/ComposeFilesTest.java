package io.chaoschapters.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.chaoschapters.subject.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compose files run what the chapters run. */
class ComposeFilesTest {
  /** A variable that is only set by people who want something else. */
  private static final Pattern DEFAULT = Pattern.compile("\\$\\{\\w+:-([^}]*)}");

  static Stream<Subject<?>> subjects() {
    return ServiceLoader.load(Subject.class).stream()
        .<Subject<?>>map(ServiceLoader.Provider::get)
        .filter(subject -> subject.getClass().getPackageName().contains(".subjects."));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void composeFile_hasTheImagesOfTheSubject(Subject<?> subject) throws IOException {
    String text = DEFAULT.matcher(file(subject).toString()).replaceAll("$1");
    List<String> images =
        subject.images().stream().filter(image -> !image.contains("jre")).toList();

    assertThat(images).isNotEmpty().allMatch(text::contains);
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void composeFile_opensPortsOnLoopbackOnly(Subject<?> subject) throws IOException {
    List<String> ports = new ArrayList<>();
    file(subject).findValues("ports").forEach(list -> list.forEach(p -> ports.add(p.asText())));

    assertThat(ports).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
  }

  private static JsonNode file(Subject<?> subject) throws IOException {
    return new YAMLMapper().readTree(Path.of("docker", subject.id() + ".yaml").toFile());
  }
}
