package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.subjects.tikv.pd.CannedPd;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.WaitTimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against PD's answers on a cluster that was just bootstrapped. */
class DivisionTest {
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(20);
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final List<String> STARTS = List.of("", "62", "63", "64", "65", "66");

  private CannedPd pd;

  @BeforeEach
  void start() throws IOException {
    pd = new CannedPd();
    pd.answers(
        "stores",
        200,
        IntStream.of(3, 1, 2)
            .mapToObj(
                id ->
                    RootLocale.format(
                        "{\"store\":{\"id\":%d,\"address\":\"s%d:1\",\"state_name\":\"Up\"},\"status\":{}}",
                        id, id))
            .collect(Collectors.joining(",", "{\"count\":3,\"stores\":[", "]}")));
    pd.answers("regions/split", 200, "{\"processed-percentage\":40}");
    pd.answers("operators", 200, "{}");
  }

  @AfterEach
  void stop() {
    pd.close();
  }

  private void divide(Duration within) {
    new Division(pd.client(ANSWERS_WITHIN), within).make();
  }

  private static String region(String start, int copies, int leader) {
    String peers =
        IntStream.rangeClosed(1, copies)
            .mapToObj(store -> RootLocale.format("{\"id\":%d,\"store_id\":%d}", 10 + store, store))
            .collect(Collectors.joining(","));
    return RootLocale.format(
        "{\"id\":%d,\"start_key\":\"%s\",\"end_key\":\"\",\"peers\":[%s],\"leader\":{\"id\":%d,\"store_id\":%d}}",
        100 + STARTS.indexOf(start), start, peers, 10 + leader, leader);
  }

  private static String regions(String... all) {
    return RootLocale.format("{\"count\":%d,\"regions\":[%s]}", all.length, String.join(",", all));
  }

  /** Each with three copies; in the order of their starts, stores one to three lead in turn. */
  private static String divided(Integer... order) {
    return regions(
        Arrays.stream(order).map(i -> region(STARTS.get(i), 3, i % 3 + 1)).toArray(String[]::new));
  }

  @Test
  void firstRegionNotCopiedYet_isNotSplitBefore() {
    String alone = regions(region("", 1, 1));
    pd.inTurn("regions", 200, alone, alone, regions(region("", 3, 1)), divided(0, 1, 2, 3, 4, 5));

    divide(LONG);

    List<String> asked = pd.asked().stream().filter(a -> !a.equals("GET stores")).toList();
    assertThat(asked.subList(0, 3)).containsOnly("GET regions");
    assertThat(asked).noneMatch(request -> request.startsWith("POST operators"));
  }

  @Test
  void splitInPart_theRestIsAskedForAgain() {
    pd.inTurn(
        "regions",
        200,
        regions(region("", 3, 1)),
        regions(region("", 3, 1)),
        regions(region("", 3, 1), region("62", 3, 2), region("64", 3, 1)),
        divided(5, 3, 1, 0, 2, 4));

    divide(LONG);

    assertThat(pd.asked())
        .filteredOn(request -> request.startsWith("POST regions/split"))
        .hasSize(2)
        .last()
        .asString()
        .contains("\"63\"", "\"65\"", "\"66\"")
        .doesNotContain("\"62\"", "\"64\"");
  }

  @Test
  void otherOrderEachTime_leadersInPlaceAreLeftThere() {
    pd.inTurn("regions", 200, divided(0, 1, 2, 3, 4, 5), divided(4, 2, 0, 5, 1, 3));

    divide(LONG);

    assertThat(pd.asked()).noneMatch(request -> request.startsWith("POST operators"));
  }

  @Test
  void leaderElsewhere_isHandedOver() {
    String crowded =
        regions(
            region("", 3, 1),
            region("62", 3, 2),
            region("63", 3, 3),
            region("64", 3, 3),
            region("65", 3, 2),
            region("66", 3, 3));
    pd.inTurn("regions", 200, crowded, crowded, crowded, crowded, divided(0, 1, 2, 3, 4, 5));

    divide(LONG);

    assertThat(pd.asked())
        .filteredOn(request -> request.startsWith("POST operators"))
        .singleElement()
        .asString()
        .contains("transfer-leader", "\"region_id\":103", "\"to_store_id\":1");
  }

  @Test
  void neverDivided_saysHowFarItCame() {
    pd.answers("regions", 200, regions(region("", 3, 1)));

    assertThatThrownBy(() -> divide(Duration.ofMillis(100)))
        .isInstanceOf(WaitTimeoutException.class)
        .hasMessageContaining("a region of each of the letters bcdef")
        .hasMessageContaining("5 were missing");
  }

  /** PD makes five regions by itself, and of two of them the start is no text. */
  @Test
  void realPd_itsOwnRegionsStayAndTheLettersAreAdded() {
    Recordings recorded = new Recordings();
    pd.answers("stores", 200, recorded.file("before-split/pd_stores.json"));
    pd.inTurn(
        "regions",
        200,
        recorded.file("before-split/pd_regions.json"),
        recorded.file("before-split/pd_regions.json"),
        recorded.file("after-split-plus-0s/pd_regions.json"));
    pd.answers("regions/split", 200, recorded.answer("regions-split.txt"));
    pd.answers("operators", 200, recorded.answer("operators-transfer-leader.txt"));

    assertThatThrownBy(() -> divide(Duration.ofMillis(1_500)))
        .hasMessageContaining("leaders spread evenly")
        .hasMessageContaining("of 10 leaders are in place");
    assertThat(pd.asked())
        .filteredOn(request -> request.startsWith("POST regions/split"))
        .singleElement()
        .asString()
        .contains("[\"62\",\"63\",\"64\",\"65\",\"66\"]");
    assertThat(pd.asked()).anyMatch(request -> request.startsWith("POST operators"));
  }

  /** The order to let it lead is taken, and nothing happens. */
  @Test
  void slowStoreLeadsNothing_saysThatPdMayKeepLeadersOffIt() {
    Recordings recorded = new Recordings();
    pd.answers("stores", 200, recorded.file("thawed-slow-store/pd_stores.json"));
    pd.answers("regions", 200, recorded.file("thawed-slow-store/pd_regions.json"));
    pd.answers("operators", 200, recorded.answer("operators-transfer-leader.txt"));

    assertThatThrownBy(
            () -> new Division(pd.client(ANSWERS_WITHIN), Duration.ofMillis(300)).spread())
        .hasMessageContaining("of 10 leaders are in place; PD may keep leaders off ")
        .hasMessageContaining("127.0.0.1:23163");
  }
}
