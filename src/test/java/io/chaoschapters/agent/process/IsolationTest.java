package io.chaoschapters.agent.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.agent.description.AgentNetwork;
import io.chaoschapters.diagnosis.DiagnosisException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for and is not there is said before an agent starts. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script stands in for bwrap")
class IsolationTest {
  private static final AgentNetwork CLOSED = new AgentNetwork(true, List.of(8080));

  @TempDir Path folder;

  @Test
  void closedNetwork_withoutBubblewrap_isRefused() {
    assertThatThrownBy(() -> Isolation.of("auto", CLOSED, List.of(), Optional.empty()))
        .isInstanceOf(DiagnosisException.class)
        .hasMessage(
            "The agent's network is to be closed, which takes bubblewrap, but there is no bwrap on the PATH that runs here: install it (Debian: apt-get install bubblewrap), or write 'network: open' into its description.");
  }

  @Test
  void closedNetwork_whereBubblewrapMayNotMakeOne_isRefused() throws IOException {
    Path bwrap =
        script("case \"$*\" in *--unshare-net*) echo 'No permission' >&2; exit 1;; esac; echo yes");

    assertThatThrownBy(() -> Isolation.of("auto", CLOSED, List.of(), Optional.of(bwrap)))
        .isInstanceOf(DiagnosisException.class)
        .hasMessageStartingWith(
            "The agent's network is to be closed, but bwrap may not make a network of its own here");
    assertThat(Isolation.of("auto", AgentNetwork.OPEN, List.of(), Optional.of(bwrap)).words())
        .contains("kept in bubblewrap", "the network is open");
  }

  @Test
  void openNetwork_withoutBubblewrap_isAFolder() {
    assertThat(Isolation.of("auto", AgentNetwork.OPEN, List.of(), Optional.empty()).words())
        .isEqualTo("kept in an empty folder, without other barriers");
  }

  private Path script(String body) throws IOException {
    Path file = Files.writeString(folder.resolve("bwrap"), "#!/bin/sh\n" + body + "\n");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }
}
