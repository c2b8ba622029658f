package io.chaoschapters.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SettingNamesTest {
  @Test
  void nameOneEditFromAKnownOne_isToldWithThatOne() {
    assertThat(
            SettingNames.mistyped(
                List.of("trial", "chapters.pol", "subjcet", "ai.modle", "chapters.subject"),
                List.of("CHAPTERS_THEMES", "CHAPTERS_THEME")))
        .containsExactly(
            "There is no setting '-Dai.modle'; did you mean 'ai.model'?",
            "There is no setting '-Dchapters.pol'; did you mean 'chapters.poll'?",
            "There is no setting '-Dsubjcet'; did you mean 'subject'?",
            "There is no setting '-Dtrial'; did you mean 'trials'?",
            "There is no setting 'CHAPTERS_THEMES'; did you mean 'CHAPTERS_THEME'?");
  }

  @Test
  void namesOfOthers_areLeftAlone() {
    assertThat(
            SettingNames.mistyped(
                List.of(
                    "model",
                    "slow",
                    "ci",
                    "names",
                    "subset",
                    "kubernetes.master",
                    "ai.djl.offline",
                    "chapters.of.a.provider"),
                List.of("THEMES", "CHAPTERS_OF_A_PROVIDER")))
        .isEmpty();
  }

  @Test
  void shortNames_areOursOnlyInAProcessOfOurs() {
    System.setProperty("trialz", "3");
    try {
      SettingNames.require();
      assertThatThrownBy(SettingNames::requireShortOnesToo)
          .hasMessage("There is no setting '-Dtrialz'; did you mean 'trials'?");
    } finally {
      System.clearProperty("trialz");
    }
  }
}
