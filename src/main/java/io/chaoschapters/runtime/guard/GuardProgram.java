package io.chaoschapters.runtime.guard;

import io.chaoschapters.runtime.process.ChildJvm;
import io.chaoschapters.runtime.process.ClassPath;
import io.chaoschapters.runtime.process.Detachment;
import io.chaoschapters.runtime.process.Owner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** How a guard is started: a JVM as small as can be, which signals do not end. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GuardProgram {
  private final Detachment detachment;
  private final Class<?> main;
  private final Path log;
  private final List<String> arguments;

  /**
   * Nothing is started yet.
   *
   * @param main uses nothing but the JDK and classes that lie beside it
   * @param log where its standard error goes
   */
  public GuardProgram(Detachment detachment, Class<?> main, Path log, String... arguments) {
    this.detachment = detachment;
    this.main = main;
    this.log = log;
    this.arguments = List.of(arguments);
  }

  public Process start() throws IOException {
    List<String> command = new ArrayList<>(List.of(ChildJvm.program()));
    command.addAll(
        List.of(
            "-Xmx16m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-cp",
            ClassPath.locationOf(main).toString(),
            main.getName()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(detachment.detachedAndDeaf(command))
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.contains("JAVA") && name.contains("OPTIONS"));
    builder.environment().put(Owner.VARIABLE, Owner.self().toString());
    return builder.start();
  }
}
