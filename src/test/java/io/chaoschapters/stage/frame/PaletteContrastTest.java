package io.chaoschapters.stage.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.stage.Contrast;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Computed with the colours of the pictures; a terminal may have colours of its own. */
class PaletteContrastTest {
  private static final double TEXT = 4.5;

  /** Lines and bars are no text; neither are the giant letters of the status. */
  private static final double LARGE = 3;

  static Stream<Arguments> styles() {
    return Stream.of(Palette.DARK, Palette.LIGHT, Palette.COLOUR_BLIND)
        .flatMap(palette -> Arrays.stream(Tone.values()).map(tone -> Arguments.of(palette, tone)));
  }

  @ParameterizedTest
  @MethodSource("styles")
  void everyTone_isReadOnWhatIsBehindIt(Palette palette, Tone tone) {
    Style style = palette.style(tone);

    assertThat(Contrast.of(style.text().hex(), style.behind().hex()))
        .isGreaterThanOrEqualTo(tone == Tone.RULE || tone == Tone.CHART ? LARGE : TEXT);
  }
}
