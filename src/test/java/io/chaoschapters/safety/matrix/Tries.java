package io.chaoschapters.safety.matrix;

import io.chaoschapters.journal.EventType;
import io.chaoschapters.runtime.support.Owner;
import io.chaoschapters.safety.victims.VictimMain;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One try: a victim is started, struck in the middle of its fault, and looked after. */
final class Tries {
  private static final Duration START_TAKES = Duration.ofSeconds(300);
  private static final Duration FAULT_TAKES = Duration.ofSeconds(60);
  private static final Duration END_TAKES = Duration.ofSeconds(120);
  private static final Duration SOMEWHERE = Duration.ofMillis(250);

  private static final int MISSES = 4;

  private final Workshop shop;
  private final Results results;

  Tries(Workshop shop, Results results) {
    this.shop = shop;
    this.results = results;
  }

  /** Its fault was over before the victim was struck, so that it shows nothing. */
  private static final class MissedException extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** What a try came to; the seconds are from the blow to the end of everything. */
  private record Outcome(List<String> problems, double seconds) {}

  /** Never throws: a try that cannot be made is a bad one. */
  void one(Cell cell) {
    try {
      Outcome outcome = hit(cell);
      results.add(cell, outcome.problems(), outcome.seconds());
    } catch (Exception e) {
      results.add(cell, List.of(String.valueOf(e)), 0);
    }
  }

  /** A machine with much to do may miss a fault once, and then it is tried again. */
  private Outcome hit(Cell cell) throws Exception {
    for (int i = 1; i < MISSES; i++) {
      try {
        return once(cell);
      } catch (MissedException e) {
        continue;
      }
    }
    return once(cell);
  }

  private Outcome once(Cell cell) throws Exception {
    Path folder = shop.folder(cell.way().name() + "-" + cell.fault().name());
    Outcome outcome =
        switch (cell.way().kind()) {
          case LIVE -> live(cell, folder);
          case MAVEN -> maven(cell, folder);
          default -> headless(cell, folder);
        };
    if (outcome.problems().isEmpty()) {
      Workshop.remove(folder); // what went wrong is kept, to be looked at
    }
    return outcome;
  }

  /** A burst is over with its last answer; its chapter waits until the burst's time is. */
  private static void checkHit(Cell cell, RunFiles files) throws Exception {
    EventType over =
        cell.fault() == VictimFault.BURST ? EventType.RECOVERING : EventType.FAULT_ENDED;
    if (files.count(over) > 0) {
      throw new MissedException();
    }
  }

  private Outcome live(Cell cell, Path folder) throws Exception {
    try (LiveVictim victim = LiveVictim.start(shop, folder, cell)) {
      RunFiles files = victim.files();
      Patience.await("the cluster", START_TAKES, () -> files.count(EventType.CLUSTER_READY) > 0);
      victim.pressSpaceUntil(() -> files.count(EventType.CHAPTER_STARTED) > 0);
      Patience.await("the fault", FAULT_TAKES, () -> files.count(EventType.FAULT_INJECTED) > 0);
      ProcessHandle jvm = victim.jvm();
      Aftermath aftermath = new Aftermath(cell, folder, files, jvm);
      Patience.moment(SOMEWHERE);
      checkHit(cell, files);
      long blow = System.nanoTime();
      switch (cell.way()) {
        case CTRL_C -> {
          victim.press(LiveVictim.CTRL_C);
          victim.press('y'); // the stage asks, because a fault is there
        }
        case CTRL_C_TWICE -> {
          victim.press(LiveVictim.CTRL_C);
          victim.press(LiveVictim.CTRL_C);
        }
        case SIGTERM -> Blow.signal("TERM", jvm.pid());
        case SIGHUP -> Blow.signal("HUP", jvm.pid());
        default -> Blow.signal("KILL", jvm.pid());
      }
      victim.awaitEnd(END_TAKES);
      List<String> problems = new ArrayList<>(aftermath.look());
      double seconds = secondsSince(blow);
      problems.addAll(victim.terminalProblems());
      return new Outcome(problems, seconds);
    }
  }

  private Outcome maven(Cell cell, Path folder) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "env", "--default-signal=INT", "setsid", "mvn", "-o", "-q", "-B", "surefire:test"));
    command.add("-Dtest=" + cell.fault().chapters().getSimpleName() + "#" + cell.fault().method());
    command.add("-Dmaven.test.additionalClasspath=" + shop.extraClasses());
    command.add("-Dsurefire.reportNameSuffix=" + folder.getFileName());
    Path output = Workshop.output(folder, cell);
    command.addAll(Workshop.settings(output, cell));
    command.add("-DargLine=-Xmx192m -XX:-UsePerfData -Djava.io.tmpdir=" + folder.resolve("tmp"));
    Process maven = start(command, folder);
    try {
      RunFiles files = RunFiles.latest(output, cell.fault().subject());
      awaitFault(maven, files);
      ProcessHandle jvm = ownerOf(files);
      Aftermath aftermath = new Aftermath(cell, folder, files, jvm);
      Patience.moment(SOMEWHERE);
      checkHit(cell, files);
      long blow = System.nanoTime();
      switch (cell.way()) {
        case CTRL_C_OF_BUILD -> Blow.signal("INT", -maven.pid());
        case CTRL_C_TWICE_OF_BUILD -> {
          Blow.signal("INT", -maven.pid());
          Blow.signal("INT", -maven.pid());
        }
        default -> Blow.signal("KILL", maven.pid());
      }
      Patience.await("end of the tests' JVM", END_TAKES, () -> !jvm.isAlive());
      return new Outcome(aftermath.look(), secondsSince(blow));
    } finally {
      maven.descendants().forEach(ProcessHandle::destroyForcibly);
      maven.destroyForcibly();
    }
  }

  private Outcome headless(Cell cell, Path folder) throws Exception {
    List<String> command = new ArrayList<>();
    Path output = Workshop.output(folder, cell);
    try (Disk disk = cell.way() == Way.DISK_FULL ? Disk.mount(folder.resolve("disk")) : null) {
      command.addAll(shop.java(folder, cell, VictimMain.class.getName()));
      command.add(cell.fault().chapters().getName());
      command.add(cell.fault().method() + ":" + cell.way().mischief());
      command.add(second(cell) + ":NONE");
      Process victim = start(command, folder);
      try {
        RunFiles files = RunFiles.latest(output, cell.fault().subject());
        awaitFault(victim, files);
        Aftermath aftermath = new Aftermath(cell, folder, files, victim.toHandle());
        Patience.moment(SOMEWHERE);
        checkHit(cell, files);
        long blow = System.nanoTime();
        if (disk != null) {
          disk.fill();
        } else if (cell.way() == Way.GONE_FOR_GOOD) {
          Blow.destroyHeart(cell, files.owner());
        }
        victim.getOutputStream().write("\n\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        victim.getOutputStream().flush();
        if (!victim.waitFor(END_TAKES.toSeconds(), TimeUnit.SECONDS)) {
          throw new IOException("the victim does not end");
        }
        return new Outcome(aftermath.look(), secondsSince(blow));
      } finally {
        victim.destroyForcibly();
      }
    }
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  private static Process start(List<String> command, Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile());
    builder.environment().put("TMPDIR", folder.resolve("tmp").toString());
    return builder.start();
  }

  private static void awaitFault(Process victim, RunFiles files) throws Exception {
    Patience.await(
        "the fault",
        START_TAKES.plus(FAULT_TAKES),
        () -> {
          if (!victim.isAlive()) {
            throw new IOException("the victim ended by itself, code " + victim.exitValue());
          }
          return files.count(EventType.FAULT_INJECTED) > 0;
        });
  }

  private static ProcessHandle ownerOf(RunFiles files) throws IOException {
    return Owner.parse(files.owner())
        .flatMap(owner -> owner.process().find())
        .orElseThrow(() -> new IOException("the run has no owner"));
  }

  /** The chapter that must not be played after all that. */
  private static String second(Cell cell) {
    return cell.fault().method().equals("freeze") ? "kill" : "freeze";
  }
}
