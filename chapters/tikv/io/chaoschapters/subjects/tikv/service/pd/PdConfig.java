package io.chaoschapters.subjects.tikv.service.pd;

import io.chaoschapters.subjects.tikv.service.ConfigFile;
import java.time.Duration;

/**
 * Those of PD's settings that the stand-in obeys, with PD's defaults.
 *
 * @param maxStoreDownTime a store is Down after so long without a heartbeat
 * @param maxReplicas copies of each region
 * @param splitMergeInterval a region is not merged for so long after it was split
 * @param maxMergeRegionMib larger regions are not merged; 0 for none
 * @param tolerantSizeRatio how far leaders may differ before PD balances them; 0 for its default
 */
record PdConfig(
    Duration maxStoreDownTime,
    int maxReplicas,
    Duration splitMergeInterval,
    long maxMergeRegionMib,
    double tolerantSizeRatio) {
  private static final int LEADER_TOLERANCE = 5;

  static PdConfig of(ConfigFile file) {
    return new PdConfig(
        file.duration("schedule.max-store-down-time", Duration.ofMinutes(30)),
        (int) file.number("replication.max-replicas", 3),
        file.duration("schedule.split-merge-interval", Duration.ofHours(1)),
        (long) file.number("schedule.max-merge-region-size", 54),
        file.number("schedule.tolerant-size-ratio", 0));
  }

  /** A leader moves when one store has more than twice as many more than another one. */
  int leaderTolerance() {
    return tolerantSizeRatio == 0 ? LEADER_TOLERANCE : (int) tolerantSizeRatio;
  }
}
