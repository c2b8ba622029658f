package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.subjects.tikv.pd.Build;
import io.chaoschapters.subjects.tikv.pd.CannedPd;
import io.chaoschapters.subjects.tikv.pd.PdClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TikvBuildsTest {
  private static final List<Component> STORES =
      IntStream.rangeClosed(1, 3)
          .<Component>mapToObj(i -> new FixedStore("tikv-" + i, "127.0.0.1:" + (23160 + i)))
          .toList();

  private static TikvBuilds builds(Build pd) throws IOException {
    try (CannedPd canned = new CannedPd()) {
      canned.answers("stores", 200, new Recordings().file("three-up/pd_stores.json"));
      PdClient client = canned.client(Duration.ofSeconds(20));
      return TikvBuilds.of(pd, client.stores().join(), new FixedStore("pd", "pd:1"), STORES);
    }
  }

  @Test
  void realOnes_areNamedWithVersionAndCommit() throws IOException {
    TikvBuilds builds = builds(new Build("v8.5.0", "d190c0e9082de46128b756f93b1291768dda645a"));

    assertThat(builds.byComponent())
        .containsEntry("pd", "PD v8.5.0 (d190c0e908)")
        .containsEntry("tikv-1", "TiKV 9.0.0-beta.2 (8e964719db)")
        .containsEntry("tikv-3", "TiKV 9.0.0-beta.2 (8e964719db)")
        .hasSize(4);
    assertThat(builds.standInWords()).isEmpty();
  }

  @Test
  void standIn_isNamedByItsVersion() throws IOException {
    assertThat(new Build("v8.5.0-stand-in", "None").words()).isEqualTo("v8.5.0-stand-in");
    assertThat(builds(new Build("v8.5.0-stand-in", "")).standInWords())
        .hasValueSatisfying(words -> assertThat(words).contains("Ratis"));
  }
}
