package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subjects.tikv.pd.PdClient;
import io.chaoschapters.subjects.tikv.pd.PdRegion;
import io.chaoschapters.subjects.tikv.pd.PdStore;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes an empty cluster one that can be shown: six regions of the letters from a on beside those
 * that PD makes at its start, with a copy of each on each store and their leaders spread evenly.
 */
final class Division {
  private static final Duration DIVIDED_WITHIN = Duration.ofSeconds(90);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final int SPLIT_ATTEMPTS = 5;

  /** Where the regions of letters begin, beside the one that begins with all keys. */
  private static final String LETTERS = "bcdef";

  private final PdClient pd;
  private final Duration within;

  Division(PdClient pd) {
    this(pd, DIVIDED_WITHIN);
  }

  /**
   * Nothing is asked yet.
   *
   * @param within what each step may take
   */
  Division(PdClient pd, Duration within) {
    this.pd = pd;
    this.within = within;
  }

  void make() {
    // PD passes over a region that does not have all its copies.
    await("a copy of the first regions on every store", this::copied);
    await("a region of each of the letters " + LETTERS, this::split);
    await("a copy of every region on every store", this::copied);
    spread();
  }

  /** Spreads leaders evenly: PD by itself bothers about larger differences only. */
  void spread() {
    await("leaders spread evenly", this::order);
  }

  private static List<String> keys() {
    return LETTERS.chars().mapToObj(letter -> HexFormat.of().toHexDigits((byte) letter)).toList();
  }

  /** Asks for what is missing: PD may do a part of it, and may go on after it was given up on. */
  private Progress split() {
    Set<String> there =
        pd.regions().join().stream()
            .map(region -> region.startKey().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    List<String> missing = keys().stream().filter(key -> !there.contains(key)).toList();
    if (!missing.isEmpty()) {
      pd.splitRegions(missing, SPLIT_ATTEMPTS).join();
    }
    return new Progress(missing.isEmpty(), missing.size() + " were missing");
  }

  private Progress copied() {
    int stores = pd.stores().join().size();
    List<PdRegion> regions = pd.regions().join();
    long whole = regions.stream().filter(region -> region.peerStores().size() == stores).count();
    return new Progress(
        !regions.isEmpty() && whole == regions.size(),
        RootLocale.format("%d of %d regions are on all stores", whole, regions.size()));
  }

  /**
   * Orders what is not as it should be, to look again. PD tells stores and regions in another order
   * each time.
   */
  private Progress order() {
    List<PdStore> stores =
        pd.stores().join().stream().sorted(Comparator.comparing(PdStore::id)).toList();
    List<PdRegion> regions =
        pd.regions().join().stream().sorted(Comparator.comparing(PdRegion::startKey)).toList();
    int right = 0;
    for (int i = 0; i < regions.size(); i++) {
      BigInteger wanted = stores.get(i % stores.size()).id();
      if (wanted.equals(regions.get(i).leaderStore())) {
        right++;
      } else {
        pd.transferLeader(regions.get(i).id(), wanted).join();
      }
    }
    return new Progress(
        right == regions.size(),
        RootLocale.format(
            "%d of %d leaders are in place%s", right, regions.size(), whyNot(stores)));
  }

  /** PD takes an order to let such a store lead, and does nothing. */
  private static String whyNot(List<PdStore> stores) {
    String slow =
        stores.stream()
            .filter(store -> store.slowScore() >= SlowStores.SLOWEST)
            .map(PdStore::address)
            .collect(Collectors.joining(", "));
    return slow.isEmpty()
        ? ""
        : RootLocale.format("; PD may keep leaders off %s, which calls its disk slow", slow);
  }

  private void await(String what, Supplier<Progress> look) {
    new Wait(what, within, LOOK_EVERY).until(() -> LateAnswer.orNotYet(look));
  }
}
