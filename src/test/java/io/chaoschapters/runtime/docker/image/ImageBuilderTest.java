package io.chaoschapters.runtime.docker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.Image;
import io.chaoschapters.runtime.RuntimeFailureException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ImageBuilderTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final Duration OLD = Duration.ofDays(2);
  private static final Duration YOUNG = Duration.ofMinutes(5);

  /** Testcontainers sets no bound of its own. */
  @Test
  void buildThatDoesNotEnd_isToldInItsTime() {
    CountDownLatch never = new CountDownLatch(1);

    assertThatThrownBy(
            () ->
                ImageBuilder.await(
                    "node:1",
                    "java:17",
                    () -> {
                      never.await();
                      return "";
                    },
                    Duration.ofSeconds(1)))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageStartingWith("Image node:1 was not built on java:17 within 1 s: ");
  }

  @Test
  void buildThatFails_isToldWithItsCause() {
    assertThatThrownBy(
            () ->
                ImageBuilder.await(
                    "node:1",
                    "java:17",
                    () -> {
                      throw new IllegalStateException("no space left on device");
                    },
                    Duration.ofSeconds(30)))
        .hasMessageContaining("Image node:1 could not be built on java:17: ")
        .hasMessageContaining("no space left on device");
  }

  @Test
  void oldVersions_areRemovedByName() {
    List<Image> versions =
        List.of(
            version("sha256:1", OLD, List.of("node:old")),
            version("sha256:2", OLD, List.of("node:current")));

    assertThat(ImageBuilder.outdated(versions, "node:current", NOW)).containsExactly("node:old");
  }

  @Test
  void anotherRunTookTheNameAway_theImageIsRemovedById() {
    List<Image> versions =
        List.of(
            version("sha256:1", OLD, List.of("<none>:<none>")),
            version("sha256:2", OLD, List.of()));

    assertThat(ImageBuilder.outdated(versions, "node:current", NOW))
        .containsExactly("sha256:1", "sha256:2");
  }

  @Test
  void anotherRunHasJustBuiltAVersion_itStays() {
    List<Image> versions = List.of(version("sha256:1", YOUNG, List.of("node:of-another-run")));

    assertThat(ImageBuilder.outdated(versions, "node:current", NOW)).isEmpty();
  }

  private static Image version(String id, Duration age, List<String> tags) {
    return new ObjectMapper()
        .convertValue(
            Map.of("Id", id, "Created", NOW.minus(age).getEpochSecond(), "RepoTags", tags),
            Image.class);
  }
}
