package io.chaoschapters.runtime.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Takes a command out of the terminal's process group.
 *
 * <p>Ctrl-C and Ctrl-Z reach every process of that group. A component that got them would end
 * before the fault on it was rolled back, and the guard must survive them. So children are started
 * through {@code setsid} where there is one (Linux), else through Perl's {@code setpgrp} (macOS).
 * Both replace themselves by the command, which keeps the process id. Where neither is there,
 * children stay in the group: Ctrl-C then ends components at once.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Detachment {
  private static final String OWN_GROUP =
      "setpgrp(0, 0); exec { $ARGV[0] } @ARGV or die \"$ARGV[0]: $!\\n\"";

  /** Ignored signals stay ignored over exec, and a JVM leaves them so. */
  private static final String DEAF = "trap '' INT HUP TERM TSTP; exec \"$@\"";

  private final List<String> prefix;

  private Detachment(List<String> prefix) {
    this.prefix = prefix;
  }

  public static Detachment find() {
    return find(System.getenv("PATH"));
  }

  public static Detachment find(@Nullable String path) {
    Optional<Path> setsid = Programs.on("setsid", path);
    if (setsid.isPresent()) {
      return new Detachment(List.of(setsid.get().toString()));
    }
    return new Detachment(
        Programs.on("perl", path)
            .map(perl -> List.of(perl.toString(), "-e", OWN_GROUP))
            .orElse(List.of()));
  }

  /** The command, out of the terminal's process group. */
  public List<String> detached(List<String> command) {
    List<String> line = new ArrayList<>(prefix);
    line.addAll(command);
    return line;
  }

  /** As above, and it ignores SIGINT, SIGHUP, SIGTERM and SIGTSTP either. */
  public List<String> detachedAndDeaf(List<String> command) {
    List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", DEAF, "sh"));
    line.addAll(command);
    return detached(line);
  }
}
