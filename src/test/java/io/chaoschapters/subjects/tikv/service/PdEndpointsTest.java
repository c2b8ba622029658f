package io.chaoschapters.subjects.tikv.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.subjects.tikv.service.Messages.LedRegion;
import io.chaoschapters.subjects.tikv.service.Messages.RegionHeartbeat;
import io.chaoschapters.subjects.tikv.service.Messages.Registration;
import io.chaoschapters.subjects.tikv.service.Messages.SilentPeer;
import io.chaoschapters.subjects.tikv.service.Messages.StoreHeartbeat;
import io.chaoschapters.subjects.tikv.service.PdState.StoreView;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PdEndpointsTest {
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  private final PdState state = new PdState(Clock.fixed(START, ZoneOffset.UTC), 1, 2);

  @BeforeEach
  void oneStore() {
    state.register(new Registration("tikv-1", "127.0.0.1:1", "127.0.0.1:2"));
  }

  private PdEndpoints after(Duration time) {
    Clock clock = Clock.fixed(START.plus(time), ZoneOffset.UTC);
    return new PdEndpoints(state, clock, Duration.ofMinutes(1), "http://127.0.0.1:3");
  }

  private String stateAfter(Duration time) {
    StoreView store = state.stores().get(0);
    return after(time).stateName(store);
  }

  private void heartbeat() {
    assertThat(state.heard(new StoreHeartbeat(1, 10, 5, 1, 2, 2, START))).isTrue();
  }

  @Test
  void ageOfTheLastHeartbeat_decidesTheState() {
    heartbeat();

    assertThat(stateAfter(Duration.ofSeconds(20))).isEqualTo("Up");
    assertThat(stateAfter(Duration.ofMillis(20_001))).isEqualTo("Disconnected");
    assertThat(stateAfter(Duration.ofSeconds(60))).isEqualTo("Disconnected");
    assertThat(stateAfter(Duration.ofMillis(60_001))).isEqualTo("Down");
  }

  @Test
  void beforeTheFirstHeartbeat_storeIsDown() {
    assertThat(stateAfter(Duration.ZERO)).isEqualTo("Down");
  }

  @Test
  void unknownStore_mustRegisterFirst() {
    assertThat(state.heard(new StoreHeartbeat(9, 10, 5, 1, 2, 2, START))).isFalse();
  }

  @Test
  void copySilentForAMinute_isDown() {
    heartbeat();
    state.heard(
        new RegionHeartbeat(
            1,
            List.of(
                new LedRegion(2, 1, 0, 0, List.of(new SilentPeer(7, 60))),
                new LedRegion(3, 1, 0, 0, List.of(new SilentPeer(7, 59))))));

    assertThat(after(Duration.ZERO).downPeerRegions()).isEqualTo(1);
  }

  @Test
  void sizes_areWrittenAsPdDoes() {
    assertThat(PdBodies.size(0)).isEqualTo("0B");
    assertThat(PdBodies.size(252L << 30)).isEqualTo("252GiB");
    assertThat(PdBodies.size(1_979_120_929_996L)).isEqualTo("1.8TiB");
  }
}
