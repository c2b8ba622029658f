package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.subject.Health;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On what a real store answered. */
class StoreProbeTest {
  private static final BigInteger REGION = BigInteger.valueOf(43);
  private static final BigInteger OTHER = BigInteger.valueOf(999_999);

  private final Recordings recordings = new Recordings();
  private CannedStore store;

  @BeforeEach
  void start() throws IOException {
    store =
        new CannedStore()
            .answers("/status", 200, "")
            .answers("/region/43", 200, recordings.answer("tikv-region.txt"))
            .answers("/region/999999", 404, recordings.answer("tikv-region-unknown.txt"))
            .answers("/metrics", 200, recordings.file("killed-plus-01s/tikv-3_metrics.txt"));
  }

  @AfterEach
  void stop() {
    store.close();
  }

  private StoreReading look() {
    Endpoint nowhere = new Endpoint("127.0.0.1", 1);
    return new StoreProbe(HttpClient.newHttpClient(), store.endpoint(), nowhere)
        .look(Set.of(REGION, OTHER))
        .join();
  }

  @Test
  void followerOfOneRegionWithoutTheOther_bothAreKnown() {
    StoreReading reading = look();

    assertThat(reading.health()).isEqualTo(Health.SERVING);
    assertThat(reading.roles().told()).isEqualTo(Map.of(REGION, new RegionRole(false, true, 7)));
    assertThat(reading.roles().untold()).isEmpty();
    assertThat(reading.roles().led()).hasValue(0);
    assertThat(reading.undeliveredTo("1")).hasValue(1);
    assertThat(reading.undeliveredTo("5")).hasValue(167);
    assertThat(reading.undeliveredTo("4")).hasValue(0);
    assertThat(reading.greeted()).isEmpty();
  }

  @Test
  void pageOfMetricsNeverComes_storeIsWellAllTheSame() {
    store.isMuteOn("/metrics");

    StoreReading reading = look();

    assertThat(reading.health()).isEqualTo(Health.SERVING);
    assertThat(reading.roles().told()).hasSize(1);
    assertThat(reading.undeliveredTo("1")).isEmpty();
  }

  @Test
  void silentStore_isAskedNothingElse() {
    store.isMuteOn("/status");

    assertThat(look().health()).isEqualTo(Health.SILENT);
    assertThat(store.asked()).containsExactly("/status");
  }

  @Test
  void regionNeverAnswered_isUntold() {
    store.isMuteOn("/region/43");

    assertThat(look().roles().untold()).containsExactly(REGION);
    assertThat(look().roles().led()).isEmpty();
  }

  @Test
  void somethingElseAnswers_regionIsUntold() {
    store.answers("/region/43", 200, "{}");

    assertThat(look().roles().untold()).containsExactly(REGION);
  }

  @Test
  void forbidden_isUnknown() {
    store.answers("/status", 403, "no");

    assertThat(look().health()).isEqualTo(Health.UNKNOWN);
  }
}
