package io.chaoschapters.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.toy.ToySubject;
import org.junit.jupiter.api.Test;

class SubjectsTest {
  @Test
  void subjectOfSomebodysOwn_isFoundById() {
    assertThat(Subjects.find("toy")).isInstanceOf(ToySubject.class);
    assertThat(Subjects.all()).extracting(Subject::id).contains("toy").isSorted();
  }

  @Test
  void unknownId_listsTheKnown() {
    assertThatThrownBy(() -> Subjects.find("Toy"))
        .isInstanceOf(UnknownSubjectException.class)
        .hasMessageContainingAll("No subject 'Toy' (known: ", "toy", "-Dsubject=<id>");
  }
}
