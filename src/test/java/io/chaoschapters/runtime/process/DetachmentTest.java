package io.chaoschapters.runtime.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetachmentTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"setsid", "perl"})
  @EnabledOnOs(value = OS.LINUX, disabledReason = "the process group is read from /proc")
  void programThere_childLeadsAGroupOfItsOwn(String program)
      throws IOException, InterruptedException {
    Path real = Programs.onPath(program).orElse(null);
    Assumptions.assumeTrue(real != null, program + " is not here");
    Path link = Files.createSymbolicLink(folder.resolve(program), real);
    Detachment detachment = Detachment.find(folder.toString());

    Process child =
        new ProcessBuilder(detachment.detached(List.of("cat", "/proc/self/stat"))).start();
    String stat = new String(child.getInputStream().readAllBytes(), UTF_8);
    Files.delete(link);

    assertThat(child.waitFor()).isZero();
    String pid = Long.toString(child.pid());
    assertThat(List.of(stat.split(" "))).startsWith(pid, "(cat)").element(4).isEqualTo(pid);
  }

  @Test
  void neitherThere_commandIsUnchanged() {
    assertThat(Detachment.find(folder.toString()).detached(List.of("cat", "x")))
        .containsExactly("cat", "x");
  }
}
