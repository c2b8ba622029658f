package io.chaoschapters.metrics.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.NotEmpty;

class ExpositionParserPropertiesTest {

  @Property(tries = 500)
  void anyText_isReadOrRefusedWithASentence(@ForAll @NotBlank String text) {
    try {
      assertThat(ExpositionParser.parse("x" + text)).hasSizeLessThanOrEqualTo(text.length());
    } catch (ExpositionException e) {
      assertThat(e).hasMessageMatching("line \\d+ of the exposition .+");
    }
  }

  @Property(tries = 200)
  void anyLabelValue_survivesEscaping(@ForAll @NotEmpty String value) throws Exception {
    var escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");

    assertThat(ExpositionParser.parse("x{a=\"" + escaped + "\"} 1").get(0).labels())
        .containsEntry("a", value);
  }
}
