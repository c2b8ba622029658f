package io.chaoschapters.safety.matrix;

import io.chaoschapters.safety.victims.Mischief;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run comes to its own end, after a chapter that must not be played any more. */
record HeadlessTry(Workshop shop) {
  Outcome make(Cell cell, Path folder) throws Exception {
    Path output = Workshop.output(folder, cell);
    try (Disk disk = cell.way() == Way.DISK_FULL ? Disk.mount(folder.resolve("disk")) : null) {
      List<String> command = shop.played(cell, folder);
      command.add(second(cell) + ":" + Mischief.NONE);
      Process victim = Victims.start(command, folder);
      try {
        RunFiles files = RunFiles.latest(output, cell.fault().subject());
        Victims.awaitFault(victim, cell, files);
        Aftermath aftermath = new Aftermath(cell, folder, files, victim.toHandle());
        Patience.moment(Victims.SOMEWHERE);
        Victims.checkHit(cell, files);
        long blow = System.nanoTime();
        if (disk != null) {
          disk.fill();
        } else if (cell.way() == Way.GONE_FOR_GOOD) {
          Blow.destroyHeart(cell, files.owner());
        }
        victim.getOutputStream().write("\n\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        victim.getOutputStream().flush();
        if (!victim.waitFor(Victims.END_TAKES.toSeconds(), TimeUnit.SECONDS)) {
          throw new IOException("the victim does not end");
        }
        return Outcome.since(blow, aftermath.look());
      } finally {
        victim.destroyForcibly();
      }
    }
  }

  /** The chapter that must not be played after all that. */
  private static String second(Cell cell) {
    return cell.fault().method().equals("freeze") ? "kill" : "freeze";
  }
}
