package io.chaoschapters.run.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewestTest {

  @Test
  void moreThanFit_theOldestAreForgotten() {
    Newest<Integer> list = Newest.atMost(3);
    for (int i = 0; i < 100; i++) {
      list = list.plus(i);
    }
    assertThat(list).containsExactly(97, 98, 99);
  }

  @Test
  void listThatWasContinued_staysAsItWas() {
    Newest<String> one = Newest.<String>atMost(10).plus("a");
    Newest<String> two = one.plus("b");
    Newest<String> other = one.plus("c");
    assertThat(one).containsExactly("a");
    assertThat(two).containsExactly("a", "b");
    assertThat(other).containsExactly("a", "c");
  }

  @Test
  void unbounded_keepsAll() {
    Newest<Integer> list = Newest.atMost(Integer.MAX_VALUE);
    for (int i = 0; i < 1000; i++) {
      list = list.plus(i);
    }
    assertThat(list).hasSize(1000).startsWith(0, 1).endsWith(999);
  }
}
