package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentEndedException;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.subjects.tikv.pd.CannedPd;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreStartTest {
  private static final String NOT_READY =
      "component 'tikv-1' (store) ready: not reached in 60 s; last: its ready check says no.";
  private final Recordings recordings = new Recordings();
  private CannedPd pd;

  @BeforeEach
  void start() throws IOException {
    pd = new CannedPd();
    pd.answers("status", 200, recordings.file("three-up/pd_status.json"));
    pd.recorded("cluster/status", 200, "not-bootstrapped/cluster-status.json");
  }

  @AfterEach
  void stop() {
    pd.close();
  }

  private List<Component> start(RuntimeException failure) {
    return new StoreStart(pd.client(Duration.ofSeconds(20)))
        .start(
            () -> {
              throw failure;
            });
  }

  @Test
  void noStoreEverJoinedRealPd_saysThatTheirProtocolIsAnother() {
    assertThatThrownBy(() -> start(new RuntimeFailureException(NOT_READY)))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageStartingWith(
            "No store has ever joined the placement driver, which answers as PD v8.5.0 (d190c0e908): what was started as TiKV does not speak its protocol.")
        .hasMessageContaining("real or stand-in")
        .hasMessageEndingWith(NOT_READY);
  }

  @Test
  void storeSaidWhyItEnded_thatIsAll() {
    ComponentEndedException ended =
        new ComponentEndedException("it said: too few files", 1, List.of());

    assertThatThrownBy(() -> start(ended)).isSameAs(ended);
  }

  @Test
  void someStoreJoined_theFailureIsItsOwn() {
    pd.recorded("cluster/status", 200, "three-up/cluster-status.json");
    RuntimeFailureException failure = new RuntimeFailureException(NOT_READY);

    assertThatThrownBy(() -> start(failure)).isSameAs(failure);
  }

  @Test
  void placementDriverIsGone_theFailureIsItsOwn() {
    pd.close();
    RuntimeFailureException failure = new RuntimeFailureException(NOT_READY);

    assertThatThrownBy(() -> start(failure)).isSameAs(failure);
  }

  @Test
  void storesStart_theyAreReturned() {
    List<Component> stores = List.of(new FixedStore("tikv-1", "one:20160"));

    assertThat(new StoreStart(pd.client(Duration.ofSeconds(20))).start(() -> stores))
        .isSameAs(stores);
  }
}
