package io.chaoschapters.subjects.tikv;

import io.chaoschapters.http.Connections;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.subjects.tikv.pd.PdClient;
import io.chaoschapters.subjects.tikv.pd.PdRegion;
import io.chaoschapters.subjects.tikv.pd.PdStore;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** Waits until stores that were just started serve, and makes their clients. */
final class TikvStart {
  private static final Duration PD_ANSWERS_WITHIN = Duration.ofMillis(800);
  private static final Duration JOINED_WITHIN = Duration.ofSeconds(30);
  private static final Duration LED_WITHIN = Duration.ofSeconds(30);
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);
  private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(30);

  /** The stand-in says so wherever real TiKV would name its version. */
  private static final String STAND_IN_VERSION = "stand-in";

  private TikvStart() {}

  static TikvCluster connect(Component pd, List<Component> stores) {
    HttpClient http = Connections.direct().build();
    PdClient client =
        new PdClient(http, pd.endpoint(TikvComponents.CLIENT).http(""), PD_ANSWERS_WITHIN);
    new Joining(client, stores).await(JOINED_WITHIN);
    boolean standIn =
        LateAnswer.await("the placement driver's version", ANSWERED_WITHIN, client::version)
            .contains(STAND_IN_VERSION);
    if (!standIn) {
      awaitLeaders(client);
      new Division(client).make();
    }
    Addresses network = new Addresses(pd, stores);
    List<PdRegion> regions = LateAnswer.await("all regions", ANSWERED_WITHIN, client::regions);
    Map<BigInteger, String> addresses =
        LateAnswer.await("all stores", ANSWERED_WITHIN, client::stores).stream()
            .collect(Collectors.toMap(PdStore::id, store -> network.seenHere(store.address())));
    KeyValueClient clients =
        standIn
            ? new StandInClient(regions, addresses)
            : new TikvClient(pd.endpoint(TikvComponents.CLIENT).toString(), network);
    TikvCluster cluster =
        new TikvCluster(
            pd,
            stores,
            http,
            client,
            standIn,
            clients,
            regions.stream().map(KeyRange::of).toList());
    // The clients get ready while regions still elect their leaders.
    awaitWrites(cluster);
    awaitLeaders(client);
    return cluster;
  }

  /** The first write of each region opens the connections that all later ones use. */
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

  private static void awaitLeaders(PdClient pd) {
    Wait.atMost("a leader of every region", LED_WITHIN)
        .until(() -> LateAnswer.orNotYet(() -> led(pd.regions().join())));
  }

  private static Progress led(List<PdRegion> regions) {
    long led = regions.stream().filter(region -> region.leaderStore() != null).count();
    return new Progress(
        !regions.isEmpty() && led == regions.size(),
        RootLocale.format("%d of %d regions are led", led, regions.size()));
  }
}
