package io.chaoschapters.safety.matrix;

import io.chaoschapters.run.ChapterEvent;
import io.chaoschapters.run.RunEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A show on a terminal is ended. */
record LiveTry(Workshop shop) {
  Outcome make(Cell cell, Path folder) throws Exception {
    try (LiveVictim victim = LiveVictim.start(shop, folder, cell)) {
      RunFiles files = victim.files();
      Victims.await(
          "the cluster",
          Victims.START_TAKES,
          victim::isOver,
          () -> files.count(RunEvent.ClusterReady.class) > 0);
      victim.pressSpaceUntil(() -> files.count(ChapterEvent.Started.class) > 0);
      Victims.await(
          "the fault",
          Victims.FAULT_TAKES,
          victim::isOver,
          () -> files.count(cell.fault().begun()) > 0);
      ProcessHandle jvm = victim.jvm();
      Aftermath aftermath = new Aftermath(cell, folder, files, jvm);
      Patience.moment(Victims.SOMEWHERE);
      Victims.checkHit(cell, files);
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
      victim.awaitEnd(Victims.END_TAKES);
      List<String> problems = new ArrayList<>(aftermath.look());
      problems.addAll(victim.terminalProblems());
      return Outcome.since(blow, problems);
    }
  }
}
