package io.chaoschapters.subjects.tikv.service;

import io.chaoschapters.subjects.tikv.service.Messages.Assignment;
import io.chaoschapters.subjects.tikv.service.Messages.Registration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The program that runs one store of the TiKV stand-in: Raft groups on Apache Ratis with a log that
 * is forced to the disk, and TiKV's status port.
 *
 * <p>It logs to standard output and serves until it is stopped. Exit code 2: wrong options; 1: it
 * could not start.
 */
@Command(
    name = "stand-in-store",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs one store of a TiKV-like engine on Apache Ratis.")
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StandInStore implements Callable<Integer> {
  private static final String MUTE = "/stand-in/heartbeats";

  @Option(names = "--name", required = true, description = "Its name, unique among the stores.")
  private String name = "";

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on.")
  private String host = "";

  @Option(
      names = "--advertise-host",
      description = "What others call this host; the address to listen on if not given.")
  private String advertiseHost = "";

  @Option(
      names = "--advertise-address",
      description = "Host and port at which others find it, if they differ from where it listens.")
  private String advertiseAddress = "";

  @Option(names = "--port", required = true, description = "Port for clients and other stores.")
  private int port;

  @Option(names = "--status-port", required = true, description = "Port for /status, /metrics.")
  private int statusPort;

  @Option(names = "--pd", required = true, description = "Host and port of the placement driver.")
  private String pd = "";

  @Option(names = "--folder", required = true, description = "Where its data is; kept.")
  private Path folder = Path.of("");

  /** Runs a store until it is stopped. */
  public static void main(String[] arguments) {
    RatisLogging.quiet();
    int code = new CommandLine(new StandInStore()).execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  @Override
  public Integer call() throws IOException {
    Path data = Files.createDirectories(folder.resolve("raft"));
    String called = advertiseHost.isEmpty() ? host : advertiseHost;
    String address = advertiseAddress.isEmpty() ? called + ":" + port : advertiseAddress;
    PdLink link = new PdLink(pd);
    Registration self = new Registration(name, address, called + ":" + statusPort);
    Assignment assignment = register(link, self);
    LateHeartbeats late = new LateHeartbeats();
    StoreMetrics metrics = new StoreMetrics();
    RaftStore store = new RaftStore(assignment, host, port, data, metrics, late);
    store.start();
    Heartbeats heartbeats = new Heartbeats(link, self, assignment.id(), store, new Disk(folder));
    late.target = heartbeats;
    PeerWatch peers =
        new PeerWatch(
            assignment.stores().stream().filter(s -> s.id() != assignment.id()).toList(), metrics);
    HttpService http = http(store, metrics, new Disk(folder), heartbeats);
    heartbeats.start();
    peers.start();
    http.start();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(http, peers, heartbeats, store), "stop"));
    log().info("{} serves {} regions", name, assignment.regions().size());
    return 0;
  }

  /**
   * The addresses that are registered stay with the others, so it must be known before that these
   * ports can be had, and nobody else may take them while the other stores are awaited.
   */
  private Assignment register(PdLink link, Registration self) throws IOException {
    InetAddress own = InetAddress.getByName(host);
    try (ServerSocket clients = new ServerSocket(port, 1, own);
        ServerSocket status = new ServerSocket(statusPort, 1, own)) {
      log().debug("has ports {} and {}", clients.getLocalPort(), status.getLocalPort());
      return link.register(self);
    }
  }

  /** The state machines exist before there is anybody to tell about their leaders. */
  private static final class LateHeartbeats implements Runnable {
    private volatile @Nullable Heartbeats target;

    @Override
    public void run() {
      Heartbeats told = target;
      if (told != null) {
        told.leaderChanged();
      }
    }
  }

  private HttpService http(RaftStore store, StoreMetrics metrics, Disk disk, Heartbeats heartbeats)
      throws IOException {
    metrics.regions(store::leaders, store::regions);
    metrics.size("capacity", disk::capacity);
    metrics.size("available", disk::available);
    metrics.size("used", store::bytes);
    return new HttpService(host, statusPort)
        .route("PUT", MUTE, (argument, body) -> mute(heartbeats, body))
        .route("GET", "/status", (argument, body) -> HttpService.Answer.text(""))
        .route("GET", "/metrics", (argument, body) -> HttpService.Answer.text(metrics.scrape()))
        .route(
            "GET",
            "/config",
            (argument, body) ->
                HttpService.Answer.json(200, Map.of("server", Map.of("addr", host + ":" + port))));
  }

  /** The body of {@code PUT /stand-in/heartbeats}. */
  record Muted(long millis) {}

  private static HttpService.Answer mute(Heartbeats heartbeats, byte[] body) throws IOException {
    Muted muted = Json.read(body, Muted.class);
    heartbeats.mute(Duration.ofMillis(muted.millis()));
    return HttpService.Answer.json(200, muted);
  }

  /** No constant: it would be made before the log is set up. */
  private static Logger log() {
    return LoggerFactory.getLogger("tikv.store");
  }

  private static void stop(
      HttpService http, PeerWatch peers, Heartbeats heartbeats, RaftStore store) {
    http.close();
    peers.close();
    heartbeats.close();
    try {
      store.close();
    } catch (IOException e) {
      log().warn("the store did not close cleanly: {}", e.toString());
    }
  }
}
