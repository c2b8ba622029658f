package io.chaoschapters.subjects.tikv;

import io.chaoschapters.http.Connections;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.subjects.tikv.pd.PdClient;
import io.chaoschapters.subjects.tikv.pd.PdRegion;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Waits until stores that were just started serve, and makes their clients. */
final class TikvStart {
  private static final Duration PD_ANSWERS_WITHIN = Duration.ofMillis(800);
  private static final Duration JOINED_WITHIN = Duration.ofSeconds(30);
  private static final Duration LED_WITHIN = Duration.ofSeconds(30);
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);
  private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(30);

  private final HttpClient http = Connections.direct().build();
  private final Component pd;
  private final PdClient client;

  TikvStart(Component pd) {
    this.pd = pd;
    this.client =
        new PdClient(http, pd.endpoint(TikvComponents.CLIENT).http(""), PD_ANSWERS_WITHIN);
  }

  PdClient client() {
    return client;
  }

  /**
   * Makes a cluster of a placement driver and stores that all run.
   *
   * @param logs where the clients' log goes
   */
  TikvCluster connect(List<Component> stores, Path logs) {
    new Joining(client, stores).await(JOINED_WITHIN);
    TikvBuilds builds =
        TikvBuilds.of(
            LateAnswer.await("the placement driver's version", ANSWERED_WITHIN, client::build),
            LateAnswer.await("all stores", ANSWERED_WITHIN, client::stores),
            pd,
            stores);
    List<String> notes = new ArrayList<>();
    new SlowStores(client).letLead().ifPresent(notes::add);
    awaitLeaders();
    new Division(client).make();
    List<PdRegion> regions = LateAnswer.await("all regions", ANSWERED_WITHIN, client::regions);
    Addresses network = new Addresses(pd, stores);
    TikvClient clients =
        new TikvClient(pd.endpoint(TikvComponents.CLIENT).toString(), network, ClientLog.in(logs));
    TikvCluster cluster =
        new TikvCluster(
            pd, stores, http, client, builds, notes, clients, regions, Clock.systemUTC());
    try {
      // The first write of each region opens the connections that all later ones use.
      awaitWrites(cluster);
      awaitLeaders();
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  private static void awaitWrites(TikvCluster cluster) {
    Wait.atMost("a first write to every region", WRITTEN_WITHIN)
        .until(
            () -> {
              try {
                int written = cluster.writeEverywhere();
                return new Progress(
                    written == cluster.regions(),
                    RootLocale.format("%d of %d could be read back", written, cluster.regions()));
              } catch (CompletionException e) {
                return Progress.notYet(LateAnswer.words(e.getCause()));
              }
            });
  }

  private void awaitLeaders() {
    Wait.atMost("a leader of every region", LED_WITHIN)
        .until(() -> LateAnswer.orNotYet(() -> led(client.regions().join())));
  }

  private static Progress led(List<PdRegion> regions) {
    long led = regions.stream().filter(region -> region.leaderStore() != null).count();
    return new Progress(
        !regions.isEmpty() && led == regions.size(),
        RootLocale.format("%d of %d regions are led", led, regions.size()));
  }
}
