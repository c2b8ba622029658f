package io.chaoschapters.diagnosis.semantic.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesTest {
  /** From here on a text counts as one that names the role. */
  private static final double NAMED = 0.8;

  private static final Roles ROLES = new Roles(List.of("kiln gateway", "belt writer"));

  /** The first word alone names it when it does something, not when it is part of another noun. */
  @ParameterizedTest
  @CsvSource({
    "The kiln gateway is down, true",
    "the gateway hangs, true",
    "kilns silent, true",
    "the kiln does not answer, true",
    "kiln temperatures rise, false",
    "a kiln page is missing, false",
    "the belt stopped, false"
  })
  void firstWordThatDoesSomething_namesTheRole(String text, boolean named) {
    assertThat(ROLES.of("kiln gateway", text) >= NAMED).isEqualTo(named);
  }
}
