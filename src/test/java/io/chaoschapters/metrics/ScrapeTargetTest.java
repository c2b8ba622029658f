package io.chaoschapters.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrapeTargetTest {

  private static final URI GOOD = URI.create("http://127.0.0.1:8080/metrics");

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://h/metrics", "/metrics", "http:metrics", "http://h/m?a=b", "http://h/m#a"})
  void addressThatCannotBeScraped_isRefused(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScrapeTarget.of("job", "n1", URI.create(address)))
        .withMessageContaining(address);
  }

  @Test
  void labelThatIsGivenTwiceOrReserved_isRefused() {
    var target = ScrapeTarget.of("job", "n1", GOOD);

    assertThatIllegalArgumentException().isThrownBy(() -> target.withLabel("instance", "n2"));
    assertThatIllegalArgumentException().isThrownBy(() -> target.withLabel("__address__", "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> ScrapeTarget.of("job", " ", GOOD));
  }

  @Test
  void labels_areJobInstanceAndTheFurtherOnes() {
    assertThat(ScrapeTarget.of("job", "n1", GOOD).withLabel("zone", "a").seriesLabels())
        .containsOnlyKeys("job", "instance", "zone");
  }
}
