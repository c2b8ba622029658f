package io.chaoschapters.subjects.tikv.service;

import io.chaoschapters.subject.ParameterText;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.apiguardian.api.API;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The program that runs the stand-in's placement driver: PD's HTTP paths and rules over what the
 * stores' heartbeats tell it. It keeps nothing on disk.
 */
@Command(
    name = "stand-in-pd",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs the placement driver of a TiKV-like engine.")
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StandInPd implements Callable<Integer> {
  @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on.")
  private String host = "";

  @Option(names = "--port", required = true, description = "Port for clients and stores.")
  private int port;

  @Option(names = "--stores", defaultValue = "3", description = "The cluster begins with so many.")
  private int stores;

  @Option(names = "--regions", defaultValue = "6", description = "Regions that keys divide into.")
  private int regions;

  @Option(
      names = "--max-store-down-time",
      defaultValue = "30m",
      description = "A store is Down after so long without a heartbeat.")
  private String maxStoreDownTime = "";

  /** Runs the placement driver until it is stopped. */
  public static void main(String[] arguments) {
    RatisLogging.quiet();
    int code = new CommandLine(new StandInPd()).execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  @Override
  public Integer call() throws IOException {
    Clock clock = Clock.systemUTC();
    PdState state = new PdState(clock, stores, regions);
    PdEndpoints endpoints =
        new PdEndpoints(
            state,
            clock,
            ParameterText.duration(maxStoreDownTime),
            RootLocale.format("http://%s:%d", host, port));
    PdMetrics metrics = new PdMetrics(state, endpoints);
    HttpService http = new HttpService(host, port);
    endpoints
        .addTo(http)
        .route("GET", "/metrics", (argument, body) -> HttpService.Answer.text(metrics.scrape()));
    http.start();
    LoggerFactory.getLogger("tikv.pd").info("serves on port {}", port);
    return 0;
  }
}
