package io.chaoschapters.diagnosis.leak;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.EvidenceCase;
import io.chaoschapters.diagnosis.evidence.EvidenceText;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeakCheckTest {
  private static final Glossary GLOSSARY =
      new Glossary(
          List.of(
              Term.of("split brain", "Two leaders at once.", "dual leadership"),
              Term.of("drift", "Values part.")));
  private static final String BLOCK = EvidenceText.glossary(GLOSSARY);

  private final LeakCheck check =
      new LeakCheck(
          GLOSSARY,
          List.of("cut-the-cable", "Two captains on one ship", "showsTwoCaptains", "split brain"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a split brain was seen",
        "Split-Brain",
        "split_brain.log",
        "splitBrain",
        "DUAL  LEADERSHIP",
        "some drift, perhaps",
        "fault cut-the-cable armed",
        "cut the cable",
        "cut_the_cable",
        "two captains\non one ship",
        "in test showsTwoCaptains()",
        "shows two captains"
      })
  void phraseInTheText_isALeak(String text) {
    assertThat(check.check("before " + text + " after", BLOCK)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "node-1 answers",
        "splitting brains",
        "driftwood",
        "a cable was cut",
        "adrift"
      })
  void otherWords_areNoLeak(String text) {
    assertThat(check.check(text, BLOCK)).isEmpty();
  }

  @Test
  void methodNameWithAWordOfOneLetter_isFoundAsASentence() {
    LeakCheck leaks = new LeakCheck(GLOSSARY, List.of("writesOutliveAStore"));

    assertThat(leaks.check("here writes outlive a store", BLOCK)).isNotEmpty();
  }

  @Test
  void forbiddenPhraseInTheGlossary_isALeak() {
    assertThat(check.check("fine", BLOCK + "\n- x: seen when you cut the cable"))
        .singleElement()
        .satisfies(
            leak -> {
              assertThat(leak.phrase()).isEqualTo("cut-the-cable");
              assertThat(leak.toString()).contains("when you cut the cable");
            });
  }

  @Test
  void commonWordOutsideTheGlossary_isALeakInWhatWasObservedOnly() {
    LeakCheck common =
        new LeakCheck(GLOSSARY, new ForbiddenPhrases(List.of(), List.of("partition")));

    assertThat(common.check("fine", BLOCK + "\n- net: a partition of the network")).isEmpty();
    assertThat(common.check("fault: partition", BLOCK))
        .extracting(Leak::phrase)
        .containsExactly("partition");
    assertThat(common.check("partitions 1 to 8", BLOCK)).isEmpty();
  }

  @Test
  void expectedAnomaly_mayStandInTheGlossaryOnly() {
    assertThat(check.check("nothing", BLOCK)).isEmpty();
    assertThat(check.check("split brain", BLOCK)).extracting(Leak::phrase).contains("split brain");
  }

  @ParameterizedTest
  @MethodSource("io.chaoschapters.diagnosis.EvidenceCases#all")
  void evidenceOfTheMadeUpSystems_doesNotTellTheAnswer(EvidenceCase c) {
    assertThat(
            new LeakCheck(c.evidence().glossary(), List.of(c.name()))
                .check(
                    EvidenceText.observed(c.evidence()),
                    EvidenceText.glossary(c.evidence().glossary())))
        .isEmpty();
  }
}
