package io.chaoschapters.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerTest {
  private final Owner self = Owner.self();

  @Test
  void text_isReadAsItWasWritten() {
    assertThat(Owner.parse(self.toString())).contains(self);
    assertThat(self.toString()).doesNotContainAnyWhitespaces();
  }

  @Test
  void textOfAnEarlierVersion_isStillRead() {
    assertThat(Owner.parse("12-1700000000000@here.pid4026531836"))
        .contains(new Owner("here.pid4026531836", new ProcessIdentity(12, 1_700_000_000_000L)));
  }

  @Test
  void ownerLives_isNotGone() {
    assertThat(self.isGone()).isFalse();
  }

  @Test
  void anotherProcessHasTheNumber_isGone() {
    Owner earlier = new Owner(self.place(), new ProcessIdentity(self.process().pid(), 1_000));

    assertThat(earlier.isGone()).isTrue();
  }

  @Test
  void anotherMachine_nothingIsSure() {
    assertThat(new Owner("elsewhere", new ProcessIdentity(1, 1_000)).isGone()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1-2",
        "1-2@",
        "a-b@here",
        "1-2@he re",
        "1-2.@here",
        "1-2.boot;@here",
        "1-2@here; rm -rf /"
      })
  void unreadable_isNoOwner(String text) {
    assertThat(Owner.parse(text)).isEmpty();
  }
}
