package io.chaoschapters.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessMarksTest {
  @Test
  void tableOfPs_isReadFromTheWordsBehindTheCommand() {
    String table =
        """
          17 /sbin/launchd
         312 /opt/jdk/bin/java -Xmx16m Guard 9 HOME=/Users/me RUN_OF_OWNER=9-88@host. PATH=/bin
        4711 redis-server *:7001 RUN_OF_OWNER=9-88@host. LANG=C RUN_OF_RUNTIME=run-1
        4712 grep XRUN_OF_RUNTIME=run-1
        """;

    assertThat(ProcessMarks.inTable(table))
        .isEqualTo(
            Map.of(
                312L,
                List.of("RUN_OF_OWNER=9-88@host."),
                4711L,
                List.of("RUN_OF_OWNER=9-88@host.", "RUN_OF_RUNTIME=run-1")));
  }

  @Test
  void noPs_nobodyIsFound() {
    assertThat(ProcessMarks.ofPs(List.of("/no/such/ps"))).isEmpty();
  }

  /** Both are there on Linux, so one can be held to the other. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void psAndProc_tellTheSameOfAChild() throws IOException {
    assumeTrue(Programs.onPath("ps").isPresent(), "no ps on the PATH");
    ProcessBuilder builder = new ProcessBuilder("sleep", "60");
    builder.environment().put(OwnedProcesses.VARIABLE, "marks-test");
    Process child = builder.start();
    try {
      List<String> expected = List.of(OwnedProcesses.VARIABLE + "=marks-test");
      assertThat(ProcessMarks.all().get(child.pid())).containsAll(expected);
      assertThat(ProcessMarks.ofPs(ProcessMarks.psCommand("Linux")).get(child.pid()))
          .containsAll(expected);
    } finally {
      child.destroyForcibly();
    }
  }

  @Test
  void macOs_hasAnotherLetterForTheEnvironment() {
    assertThat(ProcessMarks.psCommand("Mac OS X")).contains("-E").doesNotContain("xeww");
  }
}
