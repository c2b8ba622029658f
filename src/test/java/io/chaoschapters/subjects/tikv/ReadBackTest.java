package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReadBackTest {
  private final MemoryClient client = new MemoryClient();

  @Test
  void everythingThere_nothingIsLost() {
    client.values.putAll(Map.of("a", "1", "b", "2"));

    assertThat(new ReadBack(client, Map.of("a", "1", "b", "2")).lost()).isEmpty();
  }

  @Test
  void moreThanOneQuestionHolds_allAreReadAndTheLostOneIsFound() {
    Map<String, String> written = new TreeMap<>();
    for (int i = 0; i < 1_234; i++) {
      written.put("key-" + i, "value-" + i);
    }
    client.values.putAll(written);
    client.values.remove("key-777");

    assertThat(new ReadBack(client, written).lost())
        .containsExactly(new LostWrite("key-777", "value-777", null));
  }

  @Test
  void regionThatCannotBeReadAtFirst_isAskedAgainAndNothingOfItIsLost() {
    Map<String, String> written = new TreeMap<>();
    for (int i = 0; i < 900; i++) {
      written.put("key-" + i, "value-" + i);
    }
    client.values.putAll(written);
    client.unreadable.addAll(List.of("key-0", "key-500"));

    assertThat(new ReadBack(client, written).lost()).isEmpty();
    assertThat(client.unreadable).isEmpty();
  }

  @Test
  void missingAndOlderValues_areLost() {
    client.values.put("b", "old");

    assertThat(new ReadBack(client, Map.of("a", "1", "b", "2")).lost())
        .containsExactlyInAnyOrder(new LostWrite("a", "1", null), new LostWrite("b", "2", "old"));
  }
}
