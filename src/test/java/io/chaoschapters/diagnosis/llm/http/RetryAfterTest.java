package io.chaoschapters.diagnosis.llm.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private static Duration of(String name, String value) {
    return RetryAfter.of(HttpHeaders.of(Map.of(name, List.of(value)), (n, v) -> true), NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "Retry-After, 7, 7000",
    "Retry-After, 0, 0",
    "Retry-After, 1.5, 1500",
    "retry-after-ms, 250, 250",
    "Retry-After, 'Tue, 24 Nov 2026 10:00:30 GMT', 30000",
    "Retry-After, 'Tue, 24 Nov 2026 09:00:00 GMT', 0"
  })
  void header_isRead(String name, String value, long millis) {
    assertThat(of(name, value)).isEqualTo(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-3", "99999999999999999999"})
  void headerThatNobodyCanRead_asksForNothing(String value) {
    assertThat(of("Retry-After", value)).isNull();
  }

  @Test
  void noHeader_asksForNothing() {
    assertThat(RetryAfter.of(HttpHeaders.of(Map.of(), (n, v) -> true), NOW)).isNull();
  }
}
