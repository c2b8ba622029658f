package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subjects.tikv.pd.PdClient;
import io.chaoschapters.text.Failure;
import io.chaoschapters.waiting.Progress;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small neighbours are merged, unless the configuration says that they are not. */
class StandInMergeTest {
  private static final Duration CALL = Duration.ofSeconds(10);

  /** PD's own file, in which regions are left alone for five seconds in place of an hour. */
  private static String withMerges(boolean allowed) {
    String file = TikvContainers.configuration("pd.toml");
    String soon = file.replace("[schedule]", "[schedule]\nsplit-merge-interval = \"5s\"");
    assertThat(soon).contains("max-merge-region-size = 0");
    return allowed ? soon.replace("max-merge-region-size = 0", "") : soon;
  }

  private static Component startPd(LocalStandIn standIn, String configuration) {
    return standIn
        .runtime()
        .start(List.of(LocalStandIn.configured(TikvComponents.pd(), "pd.toml", configuration)))
        .get(0);
  }

  @Test
  void mergesAllowed_lettersBecomeOneRegionAndKeepTheirKeys(@TempDir Path folder) {
    try (LocalStandIn standIn = new LocalStandIn(folder)) {
      Component pd = startPd(standIn, withMerges(true));
      TikvStart start = new TikvStart(pd);
      List<Component> stores = standIn.startStores(pd);
      try (TikvCluster cluster = start.connect(stores, standIn.runtime().logs())) {
        assertThat(cluster.ranges()).hasSizeGreaterThan(5);
        List<String> keys = cluster.ranges().stream().map(range -> range.key("kept")).toList();
        keys.forEach(key -> cluster.client().put(key, "value", CALL).join());

        LocalStandIn.await(
            "ten regions to become five",
            () -> {
              int count = start.client().regions().join().size();
              return new Progress(count == 5, count + " regions");
            });

        LocalStandIn.await(
            "all keys after the merge",
            // PD hears of the last merge a moment later, and until then the client may give up.
            () ->
                cluster
                    .client()
                    .get(keys, CALL)
                    .handle(
                        (found, failure) ->
                            failure == null
                                ? new Progress(found.size() == keys.size(), found.size() + " keys")
                                : Progress.notYet(Failure.words(failure)))
                    .join());
        assertThat(cluster.client().put(keys.get(0), "new", CALL)).succeedsWithin(CALL);
      }
    }
  }

  @Test
  void mergesSwitchedOff_tenRegionsStayTen(@TempDir Path folder) {
    try (LocalStandIn standIn = new LocalStandIn(folder)) {
      Component pd = startPd(standIn, withMerges(false));
      standIn.startStores(pd);
      PdClient client =
          new PdClient(HttpClient.newHttpClient(), LocalStandIn.pd(pd).http(""), CALL);
      new Division(client, LocalStandIn.PATIENCE).make();
      long endNanos = System.nanoTime() + Duration.ofSeconds(8).toNanos();

      LocalStandIn.await(
          "eight seconds without a merge",
          () -> {
            assertThat(client.regions().join()).hasSize(10);
            return new Progress(System.nanoTime() - endNanos > 0, "not over");
          });
    }
  }
}
