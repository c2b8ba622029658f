package io.chaoschapters.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JUnitVersionTest {
  @ParameterizedTest
  @ValueSource(strings = {"5.12.0", "5.12.2", "5.14.4", "6.0.0-M1", "6.1.3", "unheard of"})
  void newEnoughOrUnknown_isNoProblem(String version) {
    assertThat(JUnitVersion.problem(version)).isEmpty();
  }

  @Test
  void ofAJarThatDoesNotSay_isNoProblem() {
    assertThat(JUnitVersion.problem((String) null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.11.4", "5.9.0", "4.13.2"})
  void tooOld_isOneSentenceWithWhatToRaise(String version) {
    assertThat(JUnitVersion.problem(version))
        .contains(
            "Chaos Chapters needs JUnit 5.12 or newer, but JUnit "
                + version
                + " is on the class path: raise the version of the BOM org.junit:junit-bom, or of the parent that manages it.");
  }

  @Test
  void theJUnitOfTheseTests_saysItsVersion() {
    assertThat(Test.class.getPackage().getImplementationVersion()).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(JUnitVersion.problem(Test.class)).isEmpty();
  }
}
