package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subjects.tikv.pd.PdRegion;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The keys of one region, as clients see them.
 *
 * @param regionId as PD calls it; an id from 2^63 on turns negative, and is still no other's
 * @param start the first key; empty for no start
 */
record KeyRange(long regionId, String start) {
  static KeyRange of(PdRegion region) {
    byte[] start = HexFormat.of().parseHex(region.startKey());
    return new KeyRange(region.id().longValue(), new String(start, StandardCharsets.UTF_8));
  }

  /** A key in this range: a slash comes before all letters at which regions begin. */
  String key(String name) {
    return start + "/" + name;
  }
}
