package example;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.subject.Health;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.zookeeper.server.quorum.QuorumPeerMain;

/** How the three members are configured and started. */
final class Members {
  static final String ROLE = "ensemble member";
  static final String CLIENT = "client";
  static final String QUORUM = "quorum";
  static final String ELECTION = "election";
  static final List<String> IDS = List.of("zk-1", "zk-2", "zk-3");
  static final int MAX_CONNECTIONS = 40;

  private final Addresses addresses;

  Members(Addresses addresses) {
    this.addresses = addresses;
  }

  List<ComponentSpec> specs() {
    return IDS.stream().map(this::spec).toList();
  }

  private ComponentSpec spec(String id) {
    return ComponentSpec.of(
            id,
            ROLE,
            member -> FourLetters.health(member) == Health.SERVING,
            Duration.ofSeconds(45))
        .withPorts(CLIENT, QUORUM, ELECTION)
        .asProcess(new ProcessProgram(place -> command(id, place), Map.of()));
  }

  private List<String> command(String id, ProcessPlace place) {
    addresses.announce(id, place);
    Path data = place.folder().resolve("data");
    Path hosts = place.folder().resolve("hosts");
    Path configuration = place.folder().resolve("zoo.cfg");
    write(data.resolve("myid"), Integer.toString(IDS.indexOf(id) + 1));
    write(hosts, Link.hostsFile(id));
    write(configuration, configuration(place, data));
    List<String> line =
        new ArrayList<>(
            place.java(QuorumPeerMain.class, "-Xmx96m", "-Djdk.net.hosts.file=" + hosts));
    line.add(configuration.toString());
    return line;
  }

  private String configuration(ProcessPlace place, Path data) {
    String servers =
        IDS.stream()
            .map(
                other ->
                    "server.%d=%s:%d:%d"
                        .formatted(
                            IDS.indexOf(other) + 1,
                            other,
                            addresses.place(other).port(QUORUM),
                            addresses.place(other).port(ELECTION)))
            .collect(Collectors.joining("\n"));
    return """
        tickTime=500
        initLimit=10
        syncLimit=4
        dataDir=%s
        clientPort=%d
        clientPortAddress=127.0.0.1
        maxClientCnxns=%d
        enforceQuota=true
        preAllocSize=1024
        admin.enableServer=false
        4lw.commands.whitelist=mntr,cons,srvr
        %s
        """
        .formatted(data, place.port(CLIENT), MAX_CONNECTIONS, servers);
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
