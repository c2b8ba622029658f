package io.chaoschapters.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "start times are in /proc/<pid>/stat")
class ProcessIdentityTest {
  private static final Duration STEP = Duration.ofSeconds(5);

  @TempDir Path folder;
  private Process child;
  private ProcessIdentity identity;

  /** Its name is as misleading as a name can be. */
  @BeforeEach
  void start() throws IOException {
    Path program = folder.resolve("a) R 1 (b");
    Files.writeString(program, "#!/bin/sh\nread line\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    child = new ProcessBuilder(program.toString()).start();
    identity = ProcessIdentity.of(child.toHandle());
  }

  @AfterEach
  void end() {
    child.destroyForcibly();
  }

  @Test
  void processLives_isFoundUntilItEnds() throws Exception {
    assertThat(identity.find()).contains(child.toHandle());

    child.getOutputStream().close();
    child.waitFor();

    assertThat(identity.find()).isEmpty();
  }

  @Test
  void clockIsSet_liveProcessIsStillItself() {
    assertThat(identity.isSame(asAfterAClockStep(child.toHandle()))).isTrue();
  }

  /** What was written by an earlier version, or where there is no /proc. */
  @Test
  void onlyTheTimeOfDayIsKnown_isCompared() {
    Instant started = child.info().startInstant().orElseThrow();
    ProcessIdentity old = new ProcessIdentity(child.pid(), started.toEpochMilli());

    assertThat(old.find()).contains(child.toHandle());
    assertThat(old.isSame(asAfterAClockStep(child.toHandle()))).isFalse();
    assertThat(ProcessIdentity.parse("" + old.pid(), "" + old.started())).isEqualTo(old);
  }

  @Test
  void anotherTickOrAnotherBoot_isAnotherProcess() {
    String otherBoot = identity.boot().replaceAll("[0-9]", "a").replaceFirst("a", "b");

    assertThat(new ProcessIdentity(child.pid(), identity.started() - 1, identity.boot()).find())
        .isEmpty();
    assertThat(new ProcessIdentity(child.pid(), identity.started(), otherBoot).find()).isEmpty();
  }

  @Test
  void words_areReadBack() {
    String[] words = identity.words().split(" ");

    assertThat(words).hasSize(2);
    assertThat(ProcessIdentity.parse(words[0], words[1])).isEqualTo(identity);
    assertThatThrownBy(() -> ProcessIdentity.parse("1", "yesterday"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nameHoldsParentheses_startIsTheFieldAfterIt() {
    String fields = " S 1 1 1 0 -1 4194304 101 0 0 0 0 0 0 0 20 0 1 0 100625 2998272 412";

    assertThat(StartTicks.in("7 (sleep)" + fields)).hasValue(100_625);
    assertThat(StartTicks.in("7 (a) R 1 (b))" + fields)).hasValue(100_625);
    assertThat(StartTicks.in("7 (sleep) S 1 1")).isEqualTo(OptionalLong.empty());
    assertThat(StartTicks.in("")).isEqualTo(OptionalLong.empty());
  }

  /** The same process, as its JDK sees it when somebody has set the clock in the meantime. */
  private static ProcessHandle asAfterAClockStep(ProcessHandle real) {
    ProcessHandle.Info info =
        (ProcessHandle.Info)
            Proxy.newProxyInstance(
                ProcessIdentityTest.class.getClassLoader(),
                new Class<?>[] {ProcessHandle.Info.class},
                (proxy, method, arguments) ->
                    method.getName().equals("startInstant")
                        ? Optional.of(real.info().startInstant().orElseThrow().plus(STEP))
                        : method.invoke(real.info(), arguments));
    return (ProcessHandle)
        Proxy.newProxyInstance(
            ProcessIdentityTest.class.getClassLoader(),
            new Class<?>[] {ProcessHandle.class},
            (proxy, method, arguments) ->
                method.getName().equals("info") ? info : method.invoke(real, arguments));
  }
}
