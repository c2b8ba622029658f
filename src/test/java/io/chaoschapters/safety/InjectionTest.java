package io.chaoschapters.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.chaos.experiment.ExperimentFile;
import io.chaoschapters.chaos.experiment.InvalidExperimentException;
import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.process.Detachment;
import io.chaoschapters.toy.ToySubject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Names and values that would be commands, if anything took them for one. */
class InjectionTest {
  static final List<String> HOSTILE =
      List.of(
          "x; touch pwned",
          "$(touch pwned)",
          "`touch pwned`",
          "x\ntouch pwned",
          "x && touch pwned | cat > pwned",
          "../../pwned",
          "-rf",
          "'\"; touch pwned; '\"");

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("HOSTILE")
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "components are started through a Unix shell")
  void wordOfACommandLine_staysAWord(String hostile) throws Exception {
    List<String> command = List.of("/bin/sh", "-c", "printf %s \"$1\"", "sh", hostile);
    for (List<String> line :
        List.of(Detachment.find().detached(command), Detachment.find().detachedAndDeaf(command))) {
      Process process =
          new ProcessBuilder(new ArrayList<>(line))
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

      assertThat(printed).isEqualTo(hostile);
      assertThat(process.waitFor()).isZero();
      assertThat(Files.list(folder)).isEmpty();
    }
  }

  /** Ids become names of files, processes, hosts and containers. */
  @ParameterizedTest
  @FieldSource("HOSTILE")
  void idOfAComponent_isRefused(String hostile) {
    assertThatThrownBy(
            () ->
                new ComponentSpec(
                    hostile, "role", List.of(), null, null, component -> true, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lower-case letters, digits and hyphens");
  }

  /** But for a target, which is looked for among the ids of components. */
  @Test
  void placesOfAnExperimentFile_refuseAHostileValue() throws IOException {
    String file;
    try (InputStream in = InjectionTest.class.getResourceAsStream("/chaos/toy.yaml")) {
      file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String place :
        List.of(
            "subject: toy",
            "short-flood:",
            "mode: greedy",
            "capacity: 10",
            "type: clients",
            "rate: 60/s",
            "fault: flood",
            "duration: 1h",
            "items: 5",
            "anomaly: none")) {
      for (String hostile : HOSTILE) {
        String quoted = "\"" + hostile.replace("\"", "\\\"").replace("\n", "\\n") + "\"";
        String changed =
            place.endsWith(":")
                ? file.replace(place, quoted + ":")
                : file.replace(place, place.substring(0, place.indexOf(':') + 1) + " " + quoted);

        assertThat(changed).isNotEqualTo(file);
        assertThatThrownBy(() -> ExperimentFile.load(new ToySubject(), classPathWith(changed)))
            .as("%s as %s", hostile, place)
            .isInstanceOf(InvalidExperimentException.class);
      }
    }
  }

  private static ClassLoader classPathWith(String file) {
    return new ClassLoader(InjectionTest.class.getClassLoader()) {
      @Override
      public InputStream getResourceAsStream(String name) {
        return name.equals("chaos/toy.yaml")
            ? new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))
            : super.getResourceAsStream(name);
      }
    };
  }
}
