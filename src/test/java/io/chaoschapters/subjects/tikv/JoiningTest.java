package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.subjects.tikv.pd.CannedPd;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JoiningTest {
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(100);

  private final List<Component> stores =
      new ArrayList<>(
          List.of(new FixedStore("tikv-1", "one:20160"), new FixedStore("tikv-2", "two:20160")));
  private CannedPd pd;

  @BeforeEach
  void start() throws IOException {
    pd = new CannedPd();
  }

  @AfterEach
  void stop() {
    pd.close();
  }

  private void join() {
    new Joining(pd.client(ANSWERS_WITHIN), stores).await(SHORT);
  }

  private void knows(String... addresses) {
    knowsAs("Up", addresses);
  }

  private void knowsAs(String state, String... addresses) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < addresses.length; i++) {
      all.append(i == 0 ? "" : ",")
          .append(
              RootLocale.format(
                  "{\"store\":{\"id\":%d,\"address\":\"%s\",\"state_name\":\"%s\"},\"status\":{}}",
                  i + 1, addresses[i], state));
    }
    pd.answers(
        "stores", 200, RootLocale.format("{\"count\":%d,\"stores\":[%s]}", addresses.length, all));
  }

  @Test
  void allKnown_joined() {
    knows("two:20160", "one:20160");

    join();

    assertThat(pd.asked()).containsOnly("GET stores");
  }

  @Test
  void oneNeverJoins_itIsNamed() {
    knows("one:20160");

    assertThatThrownBy(this::join)
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageContaining(
            "these stores have not joined it: tikv-2 (as two:20160); it knows one:20160. Look into");
  }

  /** As PD calls the store that begins the cluster until its first heartbeat. */
  @Test
  void allKnownButDown_isWaitedForAHeartbeat() {
    knowsAs("Down", "two:20160", "one:20160");

    assertThatThrownBy(this::join)
        .hasMessageContaining(
            "these stores have not sent it a heartbeat: tikv-1 (as one:20160), tikv-2 (as two:20160)");
  }

  @Test
  void realPdWithItsFirstStore_isWaitedForTheOthers() {
    pd.answers("stores", 200, new Recordings().file("first-store/pd_stores.json"));

    assertThatThrownBy(this::join).hasMessageContaining("it knows 127.0.0.1:23161");
  }

  @Test
  void placementDriverWithoutStores_saysSo() {
    pd.recorded("stores", 500, "not-bootstrapped/stores.json");

    assertThatThrownBy(this::join)
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageContaining("The cluster is not whole: after 0 s no store has joined it.");
  }

  @Test
  void anotherVersionOfTheApi_isRefusedAtOnce() {
    pd.answers("stores", 404, "404 page not found");

    assertThatThrownBy(() -> new Joining(pd.client(ANSWERS_WITHIN), stores).await(ANSWERS_WITHIN))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageContaining("does not speak version 1 of PD's API, as PD v8.5 does")
        .hasMessageContaining("Check the image and its version.");
    assertThat(pd.asked()).hasSize(1);
  }

  @Test
  void somethingElseAnswers_isRefusedAtOnce() {
    pd.answers("stores", 200, "<html>welcome</html>");

    assertThatThrownBy(this::join).hasMessageContaining("does not speak version 1 of PD's API");
  }
}
