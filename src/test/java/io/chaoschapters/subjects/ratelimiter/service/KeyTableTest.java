package io.chaoschapters.subjects.ratelimiter.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class KeyTableTest {
  private static final Limit LIMIT = new Limit(5, 1_000);
  private static final long NOW = 1_000_000;
  private static final long LATER = NOW + 1_000 + StoreKeys.RETENTION_MILLIS;

  private final KeyTable table = new KeyTable(LIMIT, 2, CountKind.COUNTER);

  @Test
  void full_newKeyIsNotTracked() {
    track("a", NOW);
    track("b", NOW);
    assertThat(table.track("c", NOW)).isNull();
    assertThat(table.track("a", NOW)).isNotNull();
  }

  @Test
  void windowLongOver_keyWithDefaultLimitMakesRoom() {
    track("a", NOW);
    table.evictIdle(NOW);
    assertThat(table.find("a")).as("its window still runs").isNotNull();
    table.evictIdle(LATER);
    assertThat(table.find("a")).isNull();
  }

  @Test
  void limitSetForKey_keyStays() {
    table.limit("a", LIMIT);
    track("a", NOW);
    table.evictIdle(LATER);
    assertThat(table.find("a")).isNotNull();
  }

  @Test
  void windowEnds_countsBeginAnewAndThePreviousIsKept() {
    TrackedKey key = track("a", NOW);
    KeyWindow first = key.windowAt(NOW);
    first.decideLocally(5, NOW, Reason.WITHIN_LIMIT);
    KeyWindow second = key.windowAt(NOW + 1_000);
    assertThat(second.admitted()).isZero();
    assertThat(key.windows()).containsExactly(first, second);
    assertThat(key.windowAt(NOW)).as("a clock that steps back").isSameAs(second);
    assertThat(key.window(first.window())).as("a late answer of the store").isSameAs(first);
  }

  @Test
  void moreLimitsThanAllowed_areRefused() {
    for (int i = 0; i < KeyTable.MOST_LIMITS; i++) {
      table.limit("key-" + i, LIMIT);
    }
    assertThatThrownBy(() -> table.limit("one-more", LIMIT))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("already holds 1000 limits");
    table.limit("key-1", new Limit(9, 1_000));
    assertThat(Objects.requireNonNull(table.find("key-1")).limit().limit()).isEqualTo(9);
  }

  @Test
  void keyWithBlank_isRefused() {
    assertThatThrownBy(() -> table.track("a b", NOW)).isInstanceOf(BadRequestException.class);
  }

  private TrackedKey track(String key, long now) {
    return Objects.requireNonNull(table.track(key, now));
  }
}
