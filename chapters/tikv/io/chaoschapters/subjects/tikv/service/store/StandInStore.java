package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.ConfigFile;
import io.chaoschapters.subjects.tikv.service.HttpService;
import io.chaoschapters.subjects.tikv.service.LibraryLogging;
import io.chaoschapters.subjects.tikv.service.ServerLog;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.apache.ratis.util.ExitUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The program that runs one store of the stand-in for TiKV: regions as Raft groups on Apache Ratis,
 * with a log that is forced to the disk. It takes {@code tikv-server}'s command line and
 * configuration file.
 *
 * <p>It logs to standard error and serves until it is stopped. Exit code 2: wrong options; 1: it
 * could not start.
 */
@Command(
    name = "stand-in-store",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs one store of a TiKV-like engine on Apache Ratis.")
public final class StandInStore implements Callable<Integer> {
  static final String VERSION = "8.5.0-stand-in";

  private static final ServerLog LOG = new ServerLog();

  @Option(names = "--addr", required = true, description = "Host and port for clients and stores.")
  private String address = "";

  @Option(names = "--advertise-addr", description = "Host and port at which others find it.")
  private @Nullable String advertised;

  @Option(names = "--status-addr", required = true, description = "Host and port of the status.")
  private String statusAddress = "";

  @Option(names = "--advertise-status-addr", description = "Where others find the status.")
  private @Nullable String advertisedStatus;

  @Option(names = "--pd-endpoints", required = true, description = "Host and port of PD.")
  private String pdEndpoints = "";

  @Option(names = "--data-dir", required = true, description = "Where its data is; kept.")
  private Path folder = Path.of("");

  @Option(names = "--config", description = "A configuration file of tikv-server.")
  private @Nullable Path config;

  /** Runs a store until it is stopped. */
  public static void main(String[] arguments) {
    LibraryLogging.quiet();
    // Ratis would end this program without a word.
    ExitUtils.disableSystemExit();
    int code = new CommandLine(new StandInStore()).execute(arguments);
    if (code != 0) {
      // Threads of gRPC would go on.
      System.exit(code);
    }
  }

  @Override
  public Integer call() throws IOException {
    Greeting.write(LOG);
    try {
      start();
      return 0;
    } catch (FatalException e) {
      LOG.fatal(e.source(), String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      LOG.fatal("setup.rs", "invalid configuration: " + e.getMessage());
    } catch (LinkageError e) {
      // An image that lacks a library; the JVM's own words go to a stream that is quiet here.
      LOG.fatal("server.rs", "failed to build server: " + e);
    } catch (IOException | ExitUtils.ExitException e) {
      Throwable cause = rootOf(e);
      if (cause instanceof BindException) {
        // Somebody has taken a port since it was looked at.
        LOG.error("server.rs", "Address already in use", "err", cause);
      }
      LOG.fatal("server.rs", "failed to build server: " + cause);
    }
    return 1;
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  private void start() throws IOException {
    long startSeconds = Instant.now().getEpochSecond();
    ConfigFile file = ConfigFile.read(config);
    file.lines().forEach(line -> LOG.info("config.rs", "using config", "setting", line));
    StoreConfig settings = StoreConfig.of(file);
    StoreAddress clients = StoreAddress.parse(address);
    StoreAddress status = StoreAddress.parse(statusAddress);
    PdSession pd = new PdSession(pdEndpoints);
    Files.createDirectories(folder);
    Bootstrap bootstrap = new Bootstrap(pd, folder);
    long cluster = bootstrap.connect(pdEndpoints);
    checkOpenFiles(settings);
    StoreProcess process = new StoreProcess(settings, clients, folder, pd, startSeconds);
    // The addresses that are told stay with the others, so it must be known before that these ports
    // can be had.
    checkFree(clients);
    checkFree(status);
    HttpService http =
        process.start(bootstrap, cluster, this::describe, status, StatusEndpoints.pathNotFound());
    http.start();
    LOG.info("server.rs", "TiKV is ready to serve");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  http.close();
                  process.close();
                },
                "stop"));
  }

  /** What the store says of itself. */
  private org.tikv.kvproto.Metapb.Store describe(long id, long startSeconds) {
    String peer = advertised == null ? address : advertised;
    return org.tikv.kvproto.Metapb.Store.newBuilder()
        .setId(id)
        .setAddress(peer)
        .setPeerAddress(peer)
        .setStatusAddress(advertisedStatus == null ? statusAddress : advertisedStatus)
        .setVersion(VERSION)
        .setGitHash("None")
        .setStartTimestamp(startSeconds)
        .setDeployPath(folder.toAbsolutePath().toString())
        .build();
  }

  private static void checkOpenFiles(StoreConfig settings) throws IOException {
    LOG.info("common.rs", "beginning system configuration check");
    OptionalLong allowed = OpenFiles.allowed();
    long needed = OpenFiles.needed(settings);
    if (allowed.isPresent() && allowed.getAsLong() < needed) {
      throw new FatalException(
          "common.rs",
          RootLocale.format(
              "the maximum number of open file descriptors is too small, got %d, expect greater or equal to %d",
              allowed.getAsLong(), needed));
    }
  }

  private static void checkFree(StoreAddress wanted) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(wanted.host(), wanted.port()));
    } catch (BindException e) {
      LOG.error("server.rs", "Address already in use", "addr", wanted.host() + ':' + wanted.port());
      throw new FatalException(
          "server.rs",
          RootLocale.format(
              "failed to build server: BindFail(\"%s\", %d)", wanted.host(), wanted.port()));
    }
  }
}
