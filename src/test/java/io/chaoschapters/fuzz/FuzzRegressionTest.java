package io.chaoschapters.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The fuzzers' short form: what they begin with, and all that they ever found. Each input is tried
 * whole, and broken off in many places.
 */
class FuzzRegressionTest {
  private static final int BREAKS = 60;
  private static final Duration NEVER_LONGER = Duration.ofMinutes(1);

  @ParameterizedTest
  @EnumSource
  void everyInputOfThePast_isReadOrRefused(FuzzTarget target) throws IOException {
    List<Path> inputs;
    try (Stream<Path> files = Files.list(target.seeds())) {
      inputs = files.sorted().toList();
    }
    assertThat(inputs).isNotEmpty();
    Assertions.assertTimeoutPreemptively(
        NEVER_LONGER,
        () -> {
          for (Path input : inputs) {
            byte[] whole = Files.readAllBytes(input);
            tryOut(target, input, whole);
            for (int i = 0; i < BREAKS; i++) {
              tryOut(target, input, Arrays.copyOf(whole, whole.length * i / BREAKS));
            }
          }
        });
  }

  private static void tryOut(FuzzTarget target, Path input, byte[] content) {
    assertThatCode(() -> target.run(content))
        .as("%s of %d bytes of %s", target.id(), content.length, input.getFileName())
        .doesNotThrowAnyException();
  }
}
