package io.chaoschapters.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.process.Owner;
import io.chaoschapters.runtime.process.ProcessIdentity;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Here a guard is any process that says whose it is, and not that it is part of a cluster. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "processes are known by /proc/<pid>/environ")
class GuardsTest {
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void endProcesses() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void guardBeginsAfterTheWait_itsOwnersThingsAreNotLeftOver() throws IOException {
    Guards guards = Guards.letFinish(Duration.ofMillis(100));

    guard(gone());

    assertThat(guards.busy()).contains(gone());
  }

  @Test
  void guardHangs_itsOwnersThingsAreLeftOver() throws IOException {
    guard(gone());

    Guards guards = Guards.letFinish(Duration.ofMillis(100));

    assertThat(guards.busy()).doesNotContain(gone());
  }

  @Test
  void guardOfALivingJvm_isNotWaitedFor() throws IOException {
    guard(Owner.self());

    assertThat(Guards.letFinish(Duration.ofMillis(100)).busy()).doesNotContain(Owner.self());
  }

  /** Process ids end before this number. */
  private static Owner gone() {
    return new Owner(Owner.self().place(), new ProcessIdentity(999_999_998, 1));
  }

  private void guard(Owner owner) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sleep", "1000");
    builder.environment().put(Owner.VARIABLE, owner.toString());
    processes.add(builder.start());
  }
}
