package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subject.Numbers;
import io.chaoschapters.subjects.tikv.pd.PdStore;
import io.chaoschapters.text.RootLocale;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A line about a store: what it leads, and how long ago the placement driver heard of it. */
final class StoreDetail {
  private final Instant now;
  private final PdView pd;
  private final Undelivered undelivered;

  StoreDetail(Instant now, PdView pd, Undelivered undelivered) {
    this.now = now;
    this.pd = pd;
    this.undelivered = undelivered;
  }

  String of(String address, StoreReading reading) {
    Optional<PdStore> known = known(address);
    String leads =
        reading.leaders().isPresent()
            ? RootLocale.format("leads %d of %s regions", reading.leaders().getAsInt(), regions())
            : known.map(this::lastLed).orElse("what it leads is unknown");
    return leads
        + ", "
        + known.map(this::standing).orElse("unknown to the placement driver")
        + known.map(this::othersSay).orElse("");
  }

  private String othersSay(PdStore store) {
    int others = undelivered.reportedBy(store.id().toString());
    return others == 0 ? "" : RootLocale.format(", %d other stores cannot deliver to it", others);
  }

  private Optional<PdStore> known(String address) {
    List<PdStore> stores = pd.stores() == null ? List.of() : pd.stores();
    return stores.stream().filter(store -> store.address().equals(address)).findFirst();
  }

  private String regions() {
    return pd.regions() == null ? "?" : Integer.toString(pd.regions().size());
  }

  /** The placement driver keeps the last count of a store that is gone: it is told with its age. */
  private String lastLed(PdStore store) {
    return RootLocale.format("led %d regions %s ago", store.leaderCount(), age(store));
  }

  private String standing(PdStore store) {
    return RootLocale.format(
        "%s to the placement driver, heard of %s ago", store.stateName(), age(store));
  }

  private String age(PdStore store) {
    return store
        .age(now)
        .map(age -> Numbers.plain(Math.max(0, age.toSeconds())) + " s")
        .orElse("an unknown time");
  }
}
