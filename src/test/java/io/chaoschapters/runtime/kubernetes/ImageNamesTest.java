package io.chaoschapters.runtime.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.ContainerImage;
import io.chaoschapters.runtime.ImageRecipe;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageNamesTest {
  private final ImageNames names = new ImageNames("mirror.example:5000/chapters/");

  @Test
  void registry_takesThePlaceOfTheOneInTheName() {
    assertThat(names.of("redis:7.0.15")).isEqualTo("mirror.example:5000/chapters/redis:7.0.15");
    assertThat(names.of("pingcap/pd:v8.5.0"))
        .isEqualTo("mirror.example:5000/chapters/pingcap/pd:v8.5.0");
    assertThat(names.of("ghcr.io/shopify/toxiproxy:2.12.0"))
        .isEqualTo("mirror.example:5000/chapters/shopify/toxiproxy:2.12.0");
    assertThat(names.of("localhost/x:1")).isEqualTo("mirror.example:5000/chapters/x:1");
  }

  @Test
  void imageWithARecipe_isTheOneThatWasBuilt() {
    ContainerImage built =
        new ContainerImage(
            "chaoschapters/node",
            new ImageRecipe("Dockerfile", "base:1", ImageNamesTest.class, List.of()));
    assertThat(names.of(built)).isEqualTo("mirror.example:5000/chapters/chaoschapters/node:local");
  }

  @Test
  void withoutRegistry_namesStayAsTheyAre() {
    assertThat(new ImageNames("").of("redis:7.0.15")).isEqualTo("redis:7.0.15");
  }
}
