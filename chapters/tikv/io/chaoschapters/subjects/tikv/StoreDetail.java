package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subjects.tikv.pd.PdStore;
import io.chaoschapters.text.Numbers;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A line about a store: what it leads, and how long ago the placement driver heard of it. */
final class StoreDetail {
  private final PdPresence.Moment moment;
  private final PdView pd;
  private final RegionLeaders leaders;
  private final Undelivered undelivered;

  StoreDetail(PdPresence.Moment moment, PdView pd, RegionLeaders leaders, Undelivered undelivered) {
    this.moment = moment;
    this.pd = pd;
    this.leaders = leaders;
    this.undelivered = undelivered;
  }

  /**
   * The line.
   *
   * @param store its place among the readings
   * @param address as the placement driver calls it
   */
  String of(int store, String address) {
    Optional<PdStore> known = known(address);
    String leads =
        leaders.ledBy(store).isPresent()
            ? RootLocale.format(
                "leads %d of %d regions%s",
                leaders.ledBy(store).getAsInt(),
                leaders.regions(),
                known.map(one -> whyNone(store, one)).orElse(""))
            : known.map(StoreDetail::takenFor).orElse("what it leads is unknown");
    return leads
        + ", "
        + known.map(this::standing).orElse("unknown to the placement driver")
        + known.map(one -> othersSay(store, one)).orElse("");
  }

  /** What else would keep leaders away is an order of an operator. */
  private String whyNone(int store, PdStore known) {
    boolean movesLeaders =
        pd.schedulers() != null && pd.schedulers().contains(SlowStores.SCHEDULER);
    return leaders.ledBy(store).orElse(-1) == 0
            && known.slowScore() >= SlowStores.SLOWEST
            && movesLeaders
        ? RootLocale.format(
            " (it calls its disk slow, %d of 100, and the placement driver keeps leaders off such a store)",
            known.slowScore())
        : "";
  }

  private String othersSay(int store, PdStore known) {
    int others = undelivered.reportedBy(store, known.id().toString());
    return others == 0 ? "" : RootLocale.format(", %d other stores cannot deliver to it", others);
  }

  private Optional<PdStore> known(String address) {
    List<PdStore> stores = pd.stores() == null ? List.of() : pd.stores();
    return stores.stream().filter(store -> store.address().equals(address)).findFirst();
  }

  /** It is no leader of these any more, but nobody else has reported to be one. */
  private static String takenFor(PdStore store) {
    return store.leaderCount() == 0
        ? "does not say what it leads"
        : RootLocale.format(
            "does not say what it leads, and the placement driver still takes it for the leader of %d regions",
            store.leaderCount());
  }

  private String standing(PdStore store) {
    if (store.lastHeartbeat() == null) {
      return "has not sent the placement driver a heartbeat yet";
    }
    if (moment.isStale(store)) {
      return RootLocale.format(
          "not heard of since the placement driver came back %s ago", seconds(moment.back()));
    }
    return RootLocale.format(
        "%s to the placement driver, heard of %s ago",
        store.stateName(), seconds(store.age(moment.now()).orElse(Duration.ZERO)));
  }

  private static String seconds(Duration age) {
    return Numbers.plain(Math.max(0, age.toSeconds())) + " s";
  }
}
