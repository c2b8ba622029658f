package io.chaoschapters.subjects.tikv.service;

import io.chaoschapters.subjects.tikv.service.Messages.RegionEntry;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;

/** Divides all keys into regions: up to {@code b}, from {@code b} to {@code c}, and so on. */
final class KeyRanges {
  private static final int MOST = 26;

  private KeyRanges() {}

  /**
   * Makes adjoining regions that hold every key.
   *
   * @param firstId the id of the first one
   * @param count 1 to 26
   */
  static List<RegionEntry> divide(long firstId, int count) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          RootLocale.format("There can be 1 to %d regions, not %d.", MOST, count));
    }
    List<RegionEntry> regions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String start = i == 0 ? "" : letter(i);
      String end = i == count - 1 ? "" : letter(i + 1);
      regions.add(new RegionEntry(firstId + i, start, end));
    }
    return regions;
  }

  private static String letter(int index) {
    return String.valueOf((char) ('a' + index));
  }
}
