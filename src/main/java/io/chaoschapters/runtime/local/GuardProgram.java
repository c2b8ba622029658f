package io.chaoschapters.runtime.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How the {@link Guard} is started: a JVM as small as can be, which signals do not end. */
final class GuardProgram {
  private final Detachment detachment;
  private final String mark;
  private final Path folder;
  private final Path log;

  GuardProgram(Detachment detachment, String mark, Path folder, Path log) {
    this.detachment = detachment;
    this.mark = mark;
    this.folder = folder;
    this.log = log;
  }

  Process start() throws IOException {
    List<String> command =
        List.of(
            ChildJvm.program(),
            "-Xmx16m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-cp",
            ClassPath.locationOf(Guard.class).toString(),
            Guard.class.getName(),
            mark,
            folder.toString());
    ProcessBuilder builder =
        new ProcessBuilder(detachment.detachedAndDeaf(command))
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.contains("JAVA") && name.contains("OPTIONS"));
    return builder.start();
  }
}
