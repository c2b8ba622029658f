package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadBackTest {
  private final MemoryClient client = new MemoryClient();

  @Test
  void everythingThere_nothingIsLost() {
    client.values.putAll(Map.of("a", "1", "b", "2"));

    assertThat(new ReadBack(client, Map.of("a", "1", "b", "2")).lost()).isEmpty();
  }

  @Test
  void missingAndOlderValues_areLost() {
    client.values.put("b", "old");

    assertThat(new ReadBack(client, Map.of("a", "1", "b", "2")).lost())
        .containsExactlyInAnyOrder(new LostWrite("a", "1", null), new LostWrite("b", "2", "old"));
  }
}
