package io.chaoschapters.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutputCharsetTest {
  private static final String POSIX = "ANSI_X3.4-1968";

  @Test
  void newerJdk_isAskedForTheStreamsOwn() {
    Map<String, String> jdk25 =
        Map.of("stdout.encoding", POSIX, "native.encoding", POSIX, "file.encoding", "UTF-8");

    assertThat(OutputCharset.ofStandardOutput(25, jdk25::get)).isEqualTo(StandardCharsets.US_ASCII);
  }

  @Test
  void jdk18_hasTheLocalesUnlessItIsATerminal() {
    Map<String, String> piped = Map.of("native.encoding", POSIX);
    Map<String, String> terminal =
        Map.of("native.encoding", POSIX, "sun.stdout.encoding", "ISO-8859-1");

    assertThat(OutputCharset.ofStandardOutput(18, piped::get)).isEqualTo(StandardCharsets.US_ASCII);
    assertThat(OutputCharset.ofStandardOutput(18, terminal::get))
        .isEqualTo(StandardCharsets.ISO_8859_1);
  }

  /** There the default character set is the locale's, or what a user has chosen for all files. */
  @Test
  void jdk17_writesTheDefaultUnlessItIsATerminal() {
    Map<String, String> piped = Map.of("native.encoding", POSIX);

    assertThat(OutputCharset.ofStandardOutput(17, piped::get)).isEqualTo(Charset.defaultCharset());
  }

  @Test
  void anUnknownName_isPassedOver() {
    Map<String, String> odd = Map.of("stdout.encoding", "cp65001", "native.encoding", POSIX);

    assertThat(OutputCharset.ofStandardOutput(25, odd::get)).isEqualTo(StandardCharsets.US_ASCII);
  }
}
