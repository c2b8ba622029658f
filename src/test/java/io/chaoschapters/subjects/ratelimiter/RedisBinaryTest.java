package io.chaoschapters.subjects.ratelimiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.runtime.RuntimeFailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.embedded.RedisExecProvider;

class RedisBinaryTest {
  @ParameterizedTest
  @CsvSource({"Linux, amd64", "Linux, aarch64", "Mac OS X, x86_64", "Mac OS X, aarch64"})
  void platformWithAProgram_isInTheJar(String system, String processor) {
    assertThat(
            RedisExecProvider.class.getResource("/" + RedisBinary.resourceName(system, processor)))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Windows 11 | amd64 | redis-server does not run on Windows. Run this in WSL, or use"
            + " -Druntime=docker.",
        "Linux | ppc64le | The embedded-redis jar has no redis-server for Linux on ppc64le. Use"
            + " -Druntime=docker, or Linux or macOS on x86-64 or arm64.",
        "FreeBSD | amd64 | The embedded-redis jar has no redis-server for FreeBSD on amd64. Use"
            + " -Druntime=docker, or Linux or macOS on x86-64 or arm64."
      })
  void platformWithoutOne_saysWhereItRuns(String system, String processor, String sentence) {
    assertThatThrownBy(() -> RedisBinary.resourceName(system, processor))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessage(sentence);
  }

  @Test
  void folderCannotBeWritten_saysSo(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> RedisBinary.extractTo(file))
        .isInstanceOf(RuntimeFailureException.class)
        .hasMessageStartingWith("Cannot write redis-server to " + file)
        .hasMessageEndingWith("Is there free disk space?");
  }
}
