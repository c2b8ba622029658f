package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.ConfigFile;
import io.chaoschapters.subjects.tikv.service.HttpService;
import io.chaoschapters.subjects.tikv.service.HttpService.Answer;
import io.chaoschapters.subjects.tikv.service.LibraryLogging;
import io.chaoschapters.subjects.tikv.service.Rpc;
import io.chaoschapters.subjects.tikv.service.ServerLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.ratis.thirdparty.io.grpc.Server;
import org.apache.ratis.thirdparty.io.grpc.netty.NettyServerBuilder;
import org.jspecify.annotations.Nullable;
import org.tikv.kvproto.Pdpb.Member;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The program that runs the stand-in's placement driver. It takes {@code pd-server}'s command line
 * and configuration file, and knows of stores and regions what their heartbeats tell it.
 */
@Command(
    name = "stand-in-pd",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs the placement driver of a TiKV-like engine.")
public final class StandInPd implements Callable<Integer> {
  /** As every answer of PD has them. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Access-Control-Allow-Headers", "accept, content-type, authorization",
          "Access-Control-Allow-Methods", "POST, GET, OPTIONS, PUT, DELETE",
          "Access-Control-Allow-Origin", "*");

  /** PD's gRPC server allows a ping in five seconds on a connection in use, and else hardly any. */
  private static final long PING_EVERY_SECONDS = 5;

  private static final ServerLog LOG = new ServerLog();

  @Option(names = "--name", defaultValue = "pd", description = "Its name among the members.")
  private String name = "";

  @Option(names = "--data-dir", required = true, description = "Where its data is; kept.")
  private Path folder = Path.of("");

  @Option(names = "--client-urls", required = true, description = "URL to listen on.")
  private String clientUrl = "";

  @Option(names = "--advertise-client-urls", description = "URL that clients are told.")
  private @Nullable String advertised;

  @Option(names = "--peer-urls", defaultValue = "http://127.0.0.1:2380", description = "Not used.")
  private String peerUrl = "";

  @Option(names = "--advertise-peer-urls", description = "Shown among the members, and not used.")
  private @Nullable String advertisedPeer;

  @Option(names = "--config", description = "A configuration file of pd-server.")
  private @Nullable Path config;

  /** Runs the placement driver until it is stopped. */
  public static void main(String[] arguments) {
    LibraryLogging.quiet();
    int code = new CommandLine(new StandInPd()).execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  @Override
  public Integer call() throws IOException {
    LOG.info("main.go", "Welcome to the stand-in for Placement Driver (PD)");
    LOG.info("versioninfo.go", "PD", "release-version", PdBodies.VERSION);
    Clock clock = Clock.systemUTC();
    Instant started = ProcessHandle.current().info().startInstant().orElseGet(clock::instant);
    PdConfig settings = PdConfig.of(ConfigFile.read(config));
    PdDisk disk = new PdDisk(folder);
    LeaderLease lease = new LeaderLease(disk.takeLease(), clock, started);
    ClusterState state = new ClusterState(clock, settings, disk);
    RegionStreams streams = new RegionStreams();
    Operators operators = new Operators(state, streams, clock, LOG);
    SlowStoreEviction slowStores = new SlowStoreEviction(state, clock, LOG);
    LeaderPlacement placement = new LeaderPlacement(state, operators, slowStores);
    Member self = self(state);
    HttpService http = new HttpService("127.0.0.1", 0, HEADERS, PdAnswers.pathNotFound());
    new StoreEndpoints(state).addTo(http);
    new RegionEndpoints(
            state,
            new SplitRequests(state, operators, settings.maxReplicas(), clock),
            settings.maxReplicas())
        .addTo(http);
    new MemberEndpoints(state, self, settings, started).addTo(http);
    new StatisticsEndpoints(state).addTo(http);
    new ScheduleEndpoints(state, operators, placement, clock).addTo(http);
    PdMetrics metrics = new PdMetrics(state);
    http.route(
        "GET",
        "/metrics",
        (argument, body) ->
            new Answer(
                200, "text/plain; version=0.0.4; charset=utf-8; escaping=values", metrics.bytes()));
    Server grpc =
        grpc(new PdGrpcService(state, operators, streams, self), new ElectedOnly(lease)).start();
    URI listen = URI.create(clientUrl);
    SharedPort port =
        new SharedPort(
            listen.getHost(),
            listen.getPort(),
            http.behind(lease).start(),
            grpc.getPort(),
            lease::silentForNanos);
    Coordinator coordinator =
        new Coordinator(
            List.of(
                new PauseWatch(
                    System::nanoTime,
                    () -> {
                      lease.campaign();
                      state.forgetHeartbeats();
                    },
                    LOG),
                operators::tidy,
                new BoundarySplits(state, operators, clock)::run,
                new ReplicaChecker(state, operators, settings, clock)::run,
                slowStores::run,
                new LeaderEviction(state, operators, placement, clock)::run,
                new LeaderBalance(state, operators, placement, settings, clock)::run,
                new MergeChecker(state, operators, settings, clock)::run));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> giveBack(disk), "stop"));
    coordinator.start();
    port.start();
    LOG.info("server.go", "PD leader is ready to serve", "leader-name", name);
    return 0;
  }

  private Member self(ClusterState state) {
    return Member.newBuilder()
        .setName(name)
        .setMemberId(state.memberId())
        .addPeerUrls(advertisedPeer == null ? peerUrl : advertisedPeer)
        .addClientUrls(advertised == null ? clientUrl : advertised)
        .setDeployPath(folder.toAbsolutePath().toString())
        .setBinaryVersion(PdBodies.VERSION)
        .build();
  }

  private static Server grpc(PdGrpcService service, ElectedOnly elected) {
    return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
        .intercept(elected)
        .addService(service.definition())
        .addService(Rpc.health())
        .permitKeepAliveTime(PING_EVERY_SECONDS, TimeUnit.SECONDS)
        .permitKeepAliveWithoutCalls(false)
        .build();
  }

  private static void giveBack(PdDisk disk) {
    try {
      disk.returnLease();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
