package io.chaoschapters.agent.process;

import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.DiagnosisException.Reason;
import io.chaoschapters.runtime.local.OwnedPrograms;
import io.chaoschapters.runtime.process.Programs;
import io.chaoschapters.runtime.process.ShortCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What keeps an agent from the rest of the machine. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Isolation {
  private static final String PROGRAM = "bwrap";

  private final @Nullable Path bubblewrap;
  private final List<Path> hidden;

  private Isolation(@Nullable Path bubblewrap, List<Path> hidden) {
    this.bubblewrap = bubblewrap;
    this.hidden = hidden;
  }

  /**
   * What there is.
   *
   * @param asked auto, bubblewrap or folder
   * @param hidden folders that the agent is not to see
   * @throws DiagnosisException when what is asked for is not there
   */
  public static Isolation of(String asked, List<Path> hidden) {
    Optional<Path> found =
        asked.equals("folder")
            ? Optional.empty()
            : Programs.onPath(PROGRAM).filter(Isolation::runs);
    if (found.isEmpty() && asked.equals("bubblewrap")) {
      throw new DiagnosisException(
          Reason.NOT_READY,
          "The agent is to be kept in bubblewrap, but there is no bwrap on the PATH that runs here: install it (Debian: apt-get install bubblewrap), or write 'isolation: folder' into its description.",
          null);
    }
    return new Isolation(found.orElse(null), hidden);
  }

  /** A container often may not make the namespaces that it needs. */
  private static boolean runs(Path program) {
    List<String> tried =
        List.of(
            program.toString(),
            "--ro-bind",
            "/",
            "/",
            "--unshare-pid",
            "/bin/sh",
            "-c",
            "echo yes");
    return ShortCommand.output(tried).filter(said -> said.strip().equals("yes")).isPresent();
  }

  /** Which it is, in a few words. */
  public String words() {
    return bubblewrap == null
        ? "kept in an empty folder, without other barriers"
        : "kept in bubblewrap: read-only system, own processes, no view of this project and run; the network is open";
  }

  /**
   * The command as it is run.
   *
   * @param readable folders that it may read although they lie in what is hidden
   */
  public List<String> around(List<String> command, Workspace workspace, List<Path> readable) {
    if (bubblewrap == null) {
      return command;
    }
    List<String> line = new ArrayList<>(List.of(bubblewrap.toString()));
    line.addAll(List.of("--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"));
    Set<Path> masks = new LinkedHashSet<>(hidden);
    masks.stream()
        .filter(path -> path.getNameCount() > 0 && Files.isDirectory(path))
        .forEach(path -> line.addAll(List.of("--tmpfs", path.toString())));
    for (Path path : readable) {
      if (Files.exists(path)) {
        line.addAll(List.of("--ro-bind", path.toString(), path.toString()));
      }
    }
    String root = workspace.root().toString();
    line.addAll(List.of("--bind", root, root));
    line.addAll(List.of("--unshare-pid", "--unshare-ipc", "--unshare-uts"));
    OwnedPrograms.marks().forEach(mark -> line.addAll(List.of("--unsetenv", mark)));
    line.addAll(List.of("--chdir", workspace.home().toString(), "--"));
    line.addAll(command);
    return line;
  }
}
