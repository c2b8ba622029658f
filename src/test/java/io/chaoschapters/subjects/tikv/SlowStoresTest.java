package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.subjects.tikv.pd.CannedPd;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On what a real PD answered. */
class SlowStoresTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String PATH = "schedulers/evict-slow-store-scheduler";

  private final Recordings recordings = new Recordings();
  private CannedPd pd;

  @BeforeEach
  void start() throws IOException {
    pd = new CannedPd();
    pd.answers("schedulers", 200, recordings.file("three-up/pd_schedulers.json"));
  }

  @AfterEach
  void stop() {
    pd.close();
  }

  @Test
  void schedulerIsThereByDefault_isRemovedAndThatIsSaid() {
    pd.answers(PATH, 200, recordings.answer("schedulers-delete-evict-slow-store.txt"));

    assertThat(new SlowStores(pd.client(PATIENCE)).letLead())
        .hasValueSatisfying(
            said -> assertThat(said).startsWith("PD's evict-slow-store-scheduler was removed"));
    assertThat(pd.asked()).containsExactly("GET schedulers", "DELETE " + PATH);
  }

  /** As PD does until it has heard of its regions. */
  @Test
  void schedulersHaveNotBegun_areWaitedFor() {
    pd.inTurn(
        "schedulers",
        200,
        recordings.file("first-store/pd_schedulers.json"),
        recordings.file("first-store/pd_schedulers.json"),
        recordings.file("three-up/pd_schedulers.json"));
    pd.answers(PATH, 200, recordings.answer("schedulers-delete-evict-slow-store.txt"));

    assertThat(new SlowStores(pd.client(PATIENCE)).letLead()).isPresent();
    assertThat(pd.asked()).last().isEqualTo("DELETE " + PATH);
  }

  @Test
  void schedulerIsGone_nothingIsDoneAndNothingSaid() {
    pd.answers("schedulers", 200, recordings.file("killed-plus-06s/pd_schedulers.json"));

    assertThat(new SlowStores(pd.client(PATIENCE)).letLead()).isEmpty();
    assertThat(pd.asked()).containsExactly("GET schedulers");
  }

  @Test
  void somebodyElseRemovedItMeanwhile_isNoFailure() {
    pd.answers(PATH, 404, recordings.answer("schedulers-delete-not-there.txt"));

    assertThat(new SlowStores(pd.client(PATIENCE)).letLead()).isPresent();
  }

  @Test
  void placementDriverRefuses_saysWhatItAnswered() {
    pd.answers(PATH, 500, "\"no\"");

    assertThatThrownBy(() -> new SlowStores(pd.client(PATIENCE), Duration.ofMillis(100)).letLead())
        .hasMessageContaining("the placement driver to let slow stores lead")
        .hasMessageContaining("answered 500");
  }
}
