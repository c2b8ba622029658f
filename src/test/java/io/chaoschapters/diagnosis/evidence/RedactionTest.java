package io.chaoschapters.diagnosis.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.EvidenceCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          connect to 10.0.3.17:6379 failed                | connect to <address> failed
          peer 192.168.1.4 left                           | peer <address> left
          [::1]:8080 refused                              | <address> refused
          fe80::1ff:fe23:4567:890a is up                  | <address> is up
          GET https://user:pw@db.example.com:5432/x?y=1   | GET https://<address>/x?y=1
          dial db-1.internal.example.com:9042             | dial <address>
          mail to ops@example.com sent                    | mail to <address> sent
          Authorization: Bearer abc.def-ghi               | Authorization: Bearer <token>
          password=hunter2, retrying                      | password=<token>, retrying
          "api_key": "k-123"                              | "api_key": "<token>"
          session 9f86d081884c7d659a2feaa0c55ad015 ended  | session <token> ended
          key sk-proj-A1b2C3d4E5f6G7h8I9j0K1l2 was used   | key <token> was used
          """)
  void placesAndKeys_areTakenOut(String line, String redacted) {
    assertThat(Redaction.line(line)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node-1 took 1900 ms for 12 requests",
        "version 7.0.15 started at 10:04:31",
        "std::bad_alloc in worker",
        "the token bucket is empty",
        "term 12, index 345678, 2 of 3 peers",
        "io.chaoschapters.Service: WARN handling took long"
      })
  void otherWords_stay(String line) {
    assertThat(Redaction.line(line)).isEqualTo(line);
  }

  @Test
  void evidence_isRedactedInItsLogsOnly() {
    Evidence evidence = EvidenceCases.of("message-queue").get(0).evidence();
    Evidence redacted = Redaction.of(evidence);
    assertThat(redacted.signals()).isEqualTo(evidence.signals());
    assertThat(redacted.components()).isEqualTo(evidence.components());
    assertThat(redacted.log()).hasSameSizeAs(evidence.log());
  }
}
