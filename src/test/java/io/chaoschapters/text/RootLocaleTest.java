package io.chaoschapters.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootLocaleTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "tr-TR", "ar-EG", "hi-IN-u-nu-deva", "th-TH-u-nu-thai"})
  void numbersAndLetters_areTheSameInEveryLocale(String language) {
    Locale.setDefault(Locale.forLanguageTag(language));

    assertThat(RootLocale.format("%d %02d %,d %.1f %S", 120, 4, 1_000, 0.5, "io"))
        .isEqualTo("120 04 1,000 0.5 IO");
  }
}
