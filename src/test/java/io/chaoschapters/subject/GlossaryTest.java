package io.chaoschapters.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryTest {
  private static final Term SPLIT = Term.of("split brain", "Two lead.", "dual leadership");
  private static final Term OUTAGE = Term.of("outage", "Nobody answers.");
  private final Glossary glossary = new Glossary(List.of(SPLIT, OUTAGE));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "split brain",
        " Split-Brain ",
        "SPLIT_BRAIN",
        "split \t brain",
        "dual leadership",
        "Dual-Leadership"
      })
  void nameOrSynonym_isFoundHoweverItIsWritten(String text) {
    assertThat(glossary.find(text)).contains(SPLIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "split", "split brains", "splitbrain", "brain split"})
  void otherText_isNotFound(String text) {
    assertThat(glossary.find(text)).isEmpty();
  }

  @Test
  void fewerThanTwoTerms_areRefused() {
    assertThatThrownBy(() -> new Glossary(List.of(SPLIT)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least two terms");
  }

  @Test
  void shuffled_hasTheSameTermsInAnOrderOfTheSeed() {
    Glossary many =
        new Glossary(
            IntStream.range(0, 12).mapToObj(i -> Term.of("term " + i, "It is " + i)).toList());
    assertThat(many.shuffled(7).names()).containsExactlyInAnyOrderElementsOf(many.names());
    assertThat(many.shuffled(7)).isEqualTo(many.shuffled(7));
    assertThat(IntStream.range(0, 20).mapToObj(many::shuffled).distinct().count())
        .isGreaterThan(10);
  }
}
