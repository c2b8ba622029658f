package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subjects.tikv.pd.Build;
import io.chaoschapters.subjects.tikv.pd.PdStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which programs run, as they say themselves.
 *
 * @param byComponent in words, by the component's id
 * @param standIn whether they are not PD and TiKV but what stands in for them
 */
record TikvBuilds(Map<String, String> byComponent, boolean standIn) {
  static final String STAND_IN =
      "a TiKV-like engine on Apache Ratis behind PD's HTTP API stands in for TiKV";

  /** The stand-in says so wherever the real ones would name their version. */
  private static final String STAND_IN_VERSION = "stand-in";

  static TikvBuilds of(Build pd, List<PdStore> known, Component pdItself, List<Component> stores) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(pdItself.id(), "PD " + pd.words());
    for (Component store : stores) {
      String address = store.internalEndpoint(TikvComponents.CLIENT).toString();
      known.stream()
          .filter(one -> one.address().equals(address))
          .map(one -> "TiKV " + one.build().words())
          .findFirst()
          .ifPresent(words -> all.put(store.id(), words));
    }
    return new TikvBuilds(all, pd.version().contains(STAND_IN_VERSION));
  }

  Optional<String> standInWords() {
    return standIn ? Optional.of(STAND_IN) : Optional.empty();
  }
}
