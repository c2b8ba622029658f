package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.subjects.tikv.pd.CannedPd;
import io.chaoschapters.subjects.tikv.pd.PdRegion;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
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

  /** As PD begins the regions of keyspace 0. */
  @Test
  void startThatIsNoText_keysAreInItsRegion() {
    List<String> starts =
        List.of("66", "7200000000000000FB", "7200000100000000FB", "7800000000000000FB");
    for (int i = 0; i + 1 < starts.size(); i++) {
      PdRegion region =
          new PdRegion(
              BigInteger.ONE,
              starts.get(i),
              starts.get(i + 1),
              List.of(),
              null,
              List.of(),
              List.of());
      byte[] key = TikvClient.asked(List.of(KeyRange.of(region).key("k"))).get(0).toByteArray();

      assertThat(Arrays.compareUnsigned(HexFormat.of().parseHex(starts.get(i)), key))
          .as(starts.get(i))
          .isNegative();
      assertThat(Arrays.compareUnsigned(key, HexFormat.of().parseHex(starts.get(i + 1))))
          .as(starts.get(i + 1))
          .isNegative();
      assertThat(Arrays.copyOf(key, starts.get(i).length() / 2))
          .isEqualTo(HexFormat.of().parseHex(starts.get(i)));
    }
  }

  @Test
  void keyForPeople_showsBytesThatAreNoLetters() {
    assertThat(KeyRange.shown("r\0\u00fb/k")).isEqualTo("r\\x00\\xfb/k");
  }
}
