package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.subjects.tikv.pd.CannedPd;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRangeTest {
  @Test
  void idBeyondLong_isARangeOfItsOwn() throws IOException {
    try (CannedPd pd = new CannedPd()) {
      pd.answers(
          "regions",
          200,
          """
          {"count": 2, "regions": [
            {"id": 18446744073709551615, "start_key": "", "end_key": "62", "peers": []},
            {"id": 9223372036854775807, "start_key": "62", "end_key": "", "peers": []}]}""");
      List<KeyRange> ranges =
          pd.client(Duration.ofSeconds(20)).regions().join().stream().map(KeyRange::of).toList();

      assertThat(ranges).extracting(KeyRange::regionId).doesNotHaveDuplicates();
      assertThat(ranges).extracting(range -> range.key("k")).containsExactly("/k", "b/k");
    }
  }
}
