package io.chaoschapters.safety.matrix;

import io.chaoschapters.doctor.Doctor;
import io.chaoschapters.presenter.Main;
import io.chaoschapters.safety.victims.Mischief;
import io.chaoschapters.safety.victims.VictimMain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM is ended together with its guard, and then somebody comes by. */
record UnguardedTry(Workshop shop) {
  /** Nobody is left to clean up, until somebody comes by. */
  Outcome make(Cell cell, Path folder) throws Exception {
    Process victim = Victims.start(shop.played(cell, folder), folder);
    try {
      RunFiles files = RunFiles.latest(Workshop.output(folder, cell), cell.fault().subject());
      Victims.awaitFault(victim, cell, files);
      Aftermath aftermath = new Aftermath(cell, folder, files, victim.toHandle());
      Patience.moment(Victims.SOMEWHERE);
      Victims.checkHit(cell, files);
      Blow.killWithGuard(victim.pid(), files.owner());
      Patience.await("end of the JVM", Victims.END_TAKES, () -> !victim.isAlive());
      long begun = System.nanoTime();
      List<String> problems = new ArrayList<>(comeBy(cell, folder));
      problems.addAll(aftermath.look());
      return Outcome.since(begun, problems);
    } finally {
      victim.destroyForcibly();
    }
  }

  private List<String> comeBy(Cell cell, Path folder) throws Exception {
    List<String> command;
    if (cell.way() == Way.SIGKILL_THEN_DOCTOR) {
      command = shop.java(folder, cell, Main.class.getName());
      command.add(command.size() - 1, "-Dmode=doctor");
    } else {
      command = shop.java(folder, cell, VictimMain.class.getName());
      command.add(cell.fault().chapters().getName());
      command.add(cell.fault().method() + ":" + Mischief.NONE);
    }
    Path said = folder.resolve("said");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment().put("TMPDIR", folder.resolve("tmp").toString());
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(Victims.START_TAKES.toSeconds(), TimeUnit.SECONDS)) {
        return List.of("who cleans up does not end");
      }
    } finally {
      process.destroyForcibly();
    }
    List<String> problems = new ArrayList<>();
    if (process.exitValue() != 0) {
      problems.add("who cleans up ends with code " + process.exitValue());
    }
    if (!Files.readString(said).contains(Doctor.CLEANED + "run ")) {
      problems.add("nobody says that a run that was cut off is cleaned up");
    }
    return problems;
  }
}
