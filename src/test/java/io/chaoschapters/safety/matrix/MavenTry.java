package io.chaoschapters.safety.matrix;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A build is ended while its tests play a chapter. */
record MavenTry(Workshop shop) {
  Outcome make(Cell cell, Path folder) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                "env", "--default-signal=INT", "setsid", "mvn", "-o", "-q", "-B", "surefire:test"));
    command.add("-Dtest=" + cell.fault().chapters().getSimpleName() + "#" + cell.fault().method());
    command.add("-Dmaven.test.additionalClasspath=" + shop.extraClasses());
    command.add("-Dsurefire.reportNameSuffix=" + folder.getFileName());
    Path output = Workshop.output(folder, cell);
    command.addAll(Workshop.settings(folder, cell));
    Process maven = Victims.start(command, folder);
    try {
      RunFiles files = RunFiles.latest(output, cell.fault().subject());
      Victims.awaitFault(maven, cell, files);
      ProcessHandle jvm = Victims.ownerOf(files);
      Aftermath aftermath = new Aftermath(cell, folder, files, jvm);
      Patience.moment(Victims.SOMEWHERE);
      Victims.checkHit(cell, files);
      long blow = System.nanoTime();
      switch (cell.way()) {
        case CTRL_C_OF_BUILD -> Blow.signal("INT", -maven.pid());
        case CTRL_C_TWICE_OF_BUILD -> {
          Blow.signal("INT", -maven.pid());
          Blow.signal("INT", -maven.pid());
        }
        default -> Blow.signal("KILL", maven.pid());
      }
      Patience.await("end of the tests' JVM", Victims.END_TAKES, () -> !jvm.isAlive());
      return Outcome.since(blow, aftermath.look());
    } finally {
      maven.descendants().forEach(ProcessHandle::destroyForcibly);
      maven.destroyForcibly();
    }
  }
}
