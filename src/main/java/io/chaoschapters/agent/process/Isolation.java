package io.chaoschapters.agent.process;

import io.chaoschapters.agent.description.AgentNetwork;
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
  private static final List<String> OWN_NETWORK = List.of("--unshare-net");

  /** Where services have Unix sockets, which no network keeps an agent from. */
  private static final List<Path> SOCKETS = List.of(Path.of("/run"), Path.of("/tmp"));

  private final @Nullable Path bubblewrap;
  private final List<Path> hidden;
  private final AgentNetwork network;

  private Isolation(@Nullable Path bubblewrap, List<Path> hidden, AgentNetwork network) {
    this.bubblewrap = bubblewrap;
    this.hidden = hidden;
    this.network = network;
  }

  /** None but a folder. */
  public static Isolation none() {
    return new Isolation(null, List.of(), AgentNetwork.OPEN);
  }

  /**
   * What there is.
   *
   * @param asked auto, bubblewrap or folder
   * @param network what the agent may connect to
   * @param hidden folders that the agent is not to see
   * @throws DiagnosisException when what is asked for is not there
   */
  public static Isolation of(String asked, AgentNetwork network, List<Path> hidden) {
    return of(asked, network, hidden, Programs.onPath(PROGRAM));
  }

  static Isolation of(
      String asked, AgentNetwork network, List<Path> hidden, Optional<Path> program) {
    Optional<Path> found =
        asked.equals("folder") ? Optional.empty() : program.filter(there -> runs(there, List.of()));
    if (network.isClosed() && found.filter(there -> runs(there, OWN_NETWORK)).isEmpty()) {
      throw notThere(
          found.isEmpty()
              ? "The agent's network is to be closed, which takes bubblewrap, but there is no bwrap on the PATH that runs here: install it (Debian: apt-get install bubblewrap), or write 'network: open' into its description."
              : "The agent's network is to be closed, but bwrap may not make a network of its own here (bwrap --unshare-net fails): allow that to it, or write 'network: open' into the agent's description.");
    }
    if (found.isEmpty() && asked.equals("bubblewrap")) {
      throw notThere(
          "The agent is to be kept in bubblewrap, but there is no bwrap on the PATH that runs here: install it (Debian: apt-get install bubblewrap), or write 'isolation: folder' into its description.");
    }
    return new Isolation(found.orElse(null), hidden, network);
  }

  private static DiagnosisException notThere(String sentence) {
    return new DiagnosisException(Reason.NOT_READY, sentence, null);
  }

  /** A container often may not make the namespaces that it needs. */
  private static boolean runs(Path program, List<String> more) {
    List<String> tried = new ArrayList<>(List.of(program.toString(), "--ro-bind", "/", "/"));
    tried.add("--unshare-pid");
    tried.addAll(more);
    tried.addAll(List.of("/bin/sh", "-c", "echo yes"));
    return ShortCommand.output(tried).filter(said -> said.strip().equals("yes")).isPresent();
  }

  /** Which it is, in a few words. */
  public String words() {
    return bubblewrap == null
        ? "kept in an empty folder, without other barriers"
        : "kept in bubblewrap: read-only system, own processes, no view of this project and run; "
            + network.words();
  }

  /**
   * The command as it is run.
   *
   * @param readable folders that it may read although they lie in what is hidden
   * @param ways what leads out of a closed network; null when it is open
   */
  public List<String> around(
      List<String> command, Workspace workspace, List<Path> readable, @Nullable NetworkWays ways) {
    if (bubblewrap == null) {
      return command;
    }
    List<String> line = new ArrayList<>(List.of(bubblewrap.toString()));
    line.addAll(List.of("--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"));
    Set<Path> masks = new LinkedHashSet<>(hidden);
    if (ways != null) {
      masks.addAll(SOCKETS);
    }
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
    if (ways != null) {
      line.addAll(ways.arguments());
    }
    OwnedPrograms.marks().forEach(mark -> line.addAll(List.of("--unsetenv", mark)));
    line.addAll(List.of("--chdir", workspace.home().toString(), "--"));
    if (ways != null) {
      line.addAll(ways.forwarder());
    }
    line.addAll(command);
    return line;
  }
}
