package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.subject.Health;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoreProbeTest {
  @Test
  void tikvPage_leadersAndUndeliveredAreRead() {
    StoreReading reading =
        StoreProbe.parse(
            Stream.of(
                "# TYPE tikv_raftstore_region_count gauge",
                "tikv_raftstore_region_count{type=\"leader\"} 4",
                "tikv_raftstore_region_count{type=\"region\"} 12.0",
                "tikv_server_report_failure_msg_total{type=\"unreachable\",store_id=\"5\"} 7",
                "tikv_server_report_failure_msg_total{store_id=\"6\",type=\"unreachable\"} 2.0",
                "tikv_server_report_failure_msg_total{type=\"snapshot\",store_id=\"5\"} 9"));

    assertThat(reading.health()).isEqualTo(Health.SERVING);
    assertThat(reading.leaders()).hasValue(4);
    assertThat(reading.unreachable()).isEqualTo(Map.of("5", 7.0, "6", 2.0));
  }

  @Test
  void pageWithoutTheMetric_leadersAreUnknown() {
    assertThat(StoreProbe.parse(Stream.of("up 1")).leaders()).isEmpty();
  }
}
