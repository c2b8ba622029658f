package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subjects.tikv.pd.PdClient;
import io.chaoschapters.subjects.tikv.pd.PdException;
import io.chaoschapters.subjects.tikv.pd.PdRegion;
import io.chaoschapters.subjects.tikv.pd.PdStore;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/**
 * Makes an empty cluster one that can be shown: it begins with a single region, and here are as
 * many as the stand-in has, with a copy on each store and their leaders spread evenly.
 */
final class Division {
  private static final Duration COPIED_WITHIN = Duration.ofSeconds(90);
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final int SPLIT_ATTEMPTS = 5;

  private final PdClient pd;

  Division(PdClient pd) {
    this.pd = pd;
  }

  void make() {
    List<PdStore> stores = pd.stores().join();
    pd.splitRegions(keys(), SPLIT_ATTEMPTS).join();
    await("a copy of every region on every store", () -> copied(stores.size()));
    await("leaders spread evenly", () -> spread(stores));
  }

  /** The stand-in begins its regions at the same letters. */
  private static List<String> keys() {
    return IntStream.range(1, TikvComponents.REGIONS)
        .mapToObj(i -> String.valueOf((char) ('a' + i)))
        .map(letter -> HexFormat.of().formatHex(letter.getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  private Progress copied(int stores) {
    List<PdRegion> regions = pd.regions().join();
    long whole = regions.stream().filter(region -> region.peerStores().size() == stores).count();
    return new Progress(
        regions.size() >= TikvComponents.REGIONS && whole == regions.size(),
        "%d of %d regions are on all stores".formatted(whole, regions.size()));
  }

  /** Orders what is not as it should be, and looks again. */
  private Progress spread(List<PdStore> stores) {
    List<PdRegion> regions = pd.regions().join();
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
        right == regions.size(), "%d of %d leaders are in place".formatted(right, regions.size()));
  }

  private static void await(String what, java.util.function.Supplier<Progress> look) {
    new Wait(what, COPIED_WITHIN, LOOK_EVERY)
        .until(
            () -> {
              try {
                return look.get();
              } catch (CompletionException e) {
                if (e.getCause() instanceof PdException trouble) {
                  return Progress.notYet(String.valueOf(trouble.getMessage()));
                }
                throw e;
              }
            });
  }
}
