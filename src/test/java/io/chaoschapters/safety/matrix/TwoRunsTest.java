package io.chaoschapters.safety.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.doctor.Doctor;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.run.FaultEvent;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.run.RunState;
import io.chaoschapters.runtime.RuntimeProvider;
import io.chaoschapters.runtime.installed.Runtimes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Two runs of one subject on one machine, with their artifacts in one folder. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "processes are looked up in /proc")
class TwoRunsTest {
  @TempDir Path root;
  private final List<Process> victims = new ArrayList<>();

  @AfterEach
  void endVictims() {
    victims.forEach(Process::destroyForcibly);
  }

  @Test
  void oneIsKilledAndCleanedUpAfter_theOtherPasses() throws Exception {
    Workshop shop = Workshop.open(root);
    Path folder = shop.folder("two");
    Process killed = start(shop, folder, Way.SIGKILL);
    RunFiles killedRun = runOf(folder, killed);
    Process other = start(shop, folder, Way.PASSES);
    RunFiles otherRun = runOf(folder, other);
    for (RunFiles run : List.of(killedRun, otherRun)) {
      Patience.await(
          "the fault", Victims.START_TAKES, () -> run.count(FaultEvent.Injected.class) > 0);
    }
    String killedOwner = killedRun.owner();

    Blow.killWithGuard(killed.pid(), killedOwner);
    Patience.await("end of the JVM", Victims.END_TAKES, () -> !killed.isAlive());
    List<String> told = new ArrayList<>();
    List<String> problems = doctor(folder).clean(told::add);

    assertThat(problems).isEmpty();
    assertThat(told).anyMatch(sentence -> sentence.contains(killedRun.folder().toString()));
    assertThat(told).noneMatch(sentence -> sentence.contains(otherRun.folder().toString()));
    assertThat(Owned.by(killedOwner)).isEmpty();
    other.getOutputStream().write("\n".getBytes(StandardCharsets.US_ASCII));
    other.getOutputStream().close();
    assertThat(other.waitFor(Victims.END_TAKES.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(otherRun.summary().state()).isEqualTo(RunState.ENDED);
    assertThat(otherRun.summary().chapters())
        .singleElement()
        .satisfies(chapter -> assertThat(chapter.verdict()).isEqualTo(ChapterVerdict.PASS));
    assertThat(killedRun.summary().state()).isEqualTo(RunState.CUT_OFF);
  }

  private static Doctor doctor(Path folder) {
    List<RuntimeProvider> local =
        Runtimes.onClassPath().all().stream().filter(r -> r.id().equals("local")).toList();
    return new Doctor(folder.resolve("out"), local);
  }

  private Process start(Workshop shop, Path folder, Way way) throws Exception {
    Cell cell = new Cell(way, VictimFault.FREEZE, "local");
    Process victim = Victims.start(shop.played(cell, folder), folder);
    victims.add(victim);
    return victim;
  }

  /** The newest run belongs to whoever began last. */
  private static RunFiles runOf(Path folder, Process victim) throws Exception {
    RunFiles latest = RunFiles.latest(folder.resolve("out"), VictimFault.FREEZE.subject());
    String process = victim.pid() + "-";
    Victims.await(
        "the run",
        Victims.START_TAKES,
        () -> !victim.isAlive(),
        () -> latest.count(RunEvent.Started.class) > 0 && latest.owner().startsWith(process));
    return new RunFiles(latest.folder().toRealPath());
  }
}
