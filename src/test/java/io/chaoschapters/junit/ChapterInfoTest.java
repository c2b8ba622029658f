package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChapterInfoTest {
  @ParameterizedTest
  @CsvSource({
    "aBurstSlipsThrough, a-burst-slips-through",
    "writesOutliveAStore, writes-outlive-a-store",
    "twoOf3Stores, two-of3-stores",
    "theHTTPProbe, the-http-probe",
  })
  void camelCase_becomesWordsWithHyphens(String method, String name) {
    assertThat(ChapterInfo.hyphenated(method)).isEqualTo(name);
  }
}
