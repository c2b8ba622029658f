package io.chaoschapters.subjects.tikv.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.subjects.tikv.service.Messages.LedRegion;
import io.chaoschapters.subjects.tikv.service.Messages.RegionEntry;
import io.chaoschapters.subjects.tikv.service.Messages.SilentPeer;
import io.chaoschapters.subjects.tikv.service.Messages.Transfer;
import io.chaoschapters.subjects.tikv.service.PdState.RegionView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LeaderScheduleTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Map<Long, Instant> ALL_HEARD = Map.of(1L, NOW, 2L, NOW, 3L, NOW);

  private final LeaderSchedule schedule = new LeaderSchedule();

  private static List<RegionView> ledBy(long... stores) {
    List<RegionView> regions = new ArrayList<>();
    for (int i = 0; i < stores.length; i++) {
      long id = 10 + i;
      regions.add(
          new RegionView(
              new RegionEntry(id, "", ""), stores[i], new LedRegion(id, 1, 0, 0, List.of())));
    }
    return regions;
  }

  @Test
  void oneStoreLeadsAll_givesTwoToEachOther() {
    List<Transfer> orders = schedule.orders(1, ledBy(1, 1, 1, 1, 1, 1), ALL_HEARD, NOW);

    assertThat(orders).extracting(Transfer::toStore).containsExactlyInAnyOrder(2L, 2L, 3L, 3L);
  }

  @Test
  void transfersUnderWay_areNotOrderedAgain() {
    schedule.orders(1, ledBy(1, 1, 1, 1, 1, 1), ALL_HEARD, NOW);

    assertThat(schedule.orders(1, ledBy(1, 1, 1, 1, 1, 1), ALL_HEARD, NOW.plusSeconds(1)))
        .isEmpty();
    assertThat(schedule.orders(1, ledBy(1, 1, 1, 1, 1, 1), ALL_HEARD, NOW.plusSeconds(4)))
        .hasSize(4);
  }

  @Test
  void evenSpread_isLeftAlone() {
    assertThat(schedule.orders(1, ledBy(1, 1, 2, 2, 3, 3), ALL_HEARD, NOW)).isEmpty();
  }

  @Test
  void silentStore_getsNothing() {
    Map<Long, Instant> heard = Map.of(1L, NOW, 2L, NOW, 3L, NOW.minusSeconds(10));

    assertThat(schedule.orders(1, ledBy(1, 1, 1, 1), heard, NOW))
        .extracting(Transfer::toStore)
        .containsOnly(2L);
  }

  @Test
  void copyThatItsLeaderDoesNotHear_isNotHandedTheRegion() {
    List<RegionView> regions =
        LongStream.range(10, 14)
            .mapToObj(
                id ->
                    new RegionView(
                        new RegionEntry(id, "", ""),
                        1L,
                        new LedRegion(id, 1, 0, 0, List.of(new SilentPeer(3, 2)))))
            .toList();
    schedule.order(10, 3);

    assertThat(schedule.orders(1, regions, ALL_HEARD, NOW))
        .extracting(Transfer::toStore)
        .containsOnly(2L);
  }

  @Test
  void evictedStore_givesAllAndGetsNone() {
    schedule.evict(3);

    assertThat(schedule.orders(3, ledBy(1, 1, 2, 2, 3, 3), ALL_HEARD, NOW)).hasSize(2);
    assertThat(schedule.orders(1, ledBy(1, 1, 1, 1, 2, 2), ALL_HEARD, NOW))
        .extracting(Transfer::toStore)
        .containsOnly(2L);
    assertThat(schedule.names()).contains(LeaderSchedule.EVICT);
  }
}
