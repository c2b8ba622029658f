package io.chaoschapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrometheusConfigTest {

  @Test
  void targets_areGroupedByJobAndScrapedEverySecond() {
    var yaml =
        PrometheusConfig.render(
            List.of(
                ScrapeTarget.of("nodes", "n1", URI.create("http://127.0.0.1:1001/metrics")),
                ScrapeTarget.of("nodes", "n2", URI.create("https://host:1002/own"))
                    .withLabel("zone", "a"),
                ScrapeTarget.of("store", "s", URI.create("http://127.0.0.1:1003"))));

    assertThat(yaml)
        .isEqualTo(
            """
            global:
              scrape_interval: "1000ms"
              scrape_timeout: "900ms"
            scrape_configs:
            - job_name: "nodes"
              static_configs:
              - targets:
                - "127.0.0.1:1001"
                labels:
                  instance: "n1"
                  __metrics_path__: "/metrics"
                  __scheme__: "http"
              - targets:
                - "host:1002"
                labels:
                  instance: "n2"
                  zone: "a"
                  __metrics_path__: "/own"
                  __scheme__: "https"
            - job_name: "store"
              static_configs:
              - targets:
                - "127.0.0.1:1003"
                labels:
                  instance: "s"
                  __metrics_path__: "/"
                  __scheme__: "http"
            """);
  }

  @Test
  void labelValueWithYamlSyntax_isQuoted() throws Exception {
    String value = "a: \"b\" #c\n- d";
    var target = ScrapeTarget.of("job", "n1", URI.create("http://h:1/m")).withLabel("odd", value);

    var read = new YAMLMapper().readTree(PrometheusConfig.render(List.of(target)));

    assertThat(read.at("/scrape_configs/0/static_configs/0/labels/odd").asText()).isEqualTo(value);
  }

  @Test
  void flags_limitTheAgeOfSamplesAsPromised() {
    assertThat(PrometheusConfig.QUERY_FLAGS).containsExactly("--query.lookback-delta=5s");
  }
}
