package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subjects.tikv.pd.PdClient;
import io.chaoschapters.subjects.tikv.pd.PdRegion;
import io.chaoschapters.subjects.tikv.pd.PdStore;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes an empty cluster one that can be shown: it begins with a single region, and here are as
 * many as the stand-in has, with a copy on each store and their leaders spread evenly.
 */
final class Division {
  private static final Duration DIVIDED_WITHIN = Duration.ofSeconds(90);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final int SPLIT_ATTEMPTS = 5;

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
    await("a copy of the first region on every store", () -> copied(1));
    await(RootLocale.format("%d regions", TikvComponents.REGIONS), this::split);
    await("a copy of every region on every store", () -> copied(TikvComponents.REGIONS));
    spread();
  }

  /** Spreads leaders evenly: PD by itself bothers about larger differences only. */
  void spread() {
    await("leaders spread evenly", this::order);
  }

  /** The stand-in begins its regions at the same letters. */
  private static List<String> keys() {
    return IntStream.range(1, TikvComponents.REGIONS)
        .mapToObj(i -> String.valueOf((char) ('a' + i)))
        .map(letter -> HexFormat.of().formatHex(letter.getBytes(StandardCharsets.UTF_8)))
        .toList();
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

  private Progress copied(int atLeast) {
    int stores = pd.stores().join().size();
    List<PdRegion> regions = pd.regions().join();
    long whole = regions.stream().filter(region -> region.peerStores().size() == stores).count();
    return new Progress(
        regions.size() >= atLeast && whole == regions.size(),
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
        RootLocale.format("%d of %d leaders are in place", right, regions.size()));
  }

  private void await(String what, Supplier<Progress> look) {
    new Wait(what, within, LOOK_EVERY).until(() -> LateAnswer.orNotYet(look));
  }
}
