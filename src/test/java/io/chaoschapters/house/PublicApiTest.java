package io.chaoschapters.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The types that users compile against are few, and do not change unnoticed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // The classes are imported once.
class PublicApiTest {
  private static final int MOST_TYPES = 100;
  private static final int MOST_PARAMETERS = 5;
  private static final Path BASELINE = Path.of("docs", "api.txt");

  private final PublicApi api = PublicApi.ofFramework();

  @Test
  void types_areFew() {
    assertThat(api.types()).isNotEmpty().hasSizeLessThanOrEqualTo(MOST_TYPES);
  }

  @Test
  void types_mentionNothingInternal() {
    assertThat(api.leaks()).isEmpty();
  }

  @Test
  void nothing_takesMoreArgumentsThanOneCanTellApart() {
    assertThat(api.crowded(MOST_PARAMETERS)).isEmpty();
  }

  @Test
  void signatures_areThoseOfTheBaseline() throws IOException {
    String text = api.text();
    if ("update".equals(System.getProperty("api.baseline"))) {
      Files.writeString(BASELINE, text);
    }
    assertThat(BASELINE)
        .as(
            "The public API differs from %s. If that is meant, write the file anew with"
                + " 'mvn test -Dtest=PublicApiTest -Dapi.baseline=update' and commit it.",
            BASELINE)
        .hasContent(text);
  }
}
