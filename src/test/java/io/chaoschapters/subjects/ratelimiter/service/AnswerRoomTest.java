package io.chaoschapters.subjects.ratelimiter.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerRoomTest {
  private final AnswerRoom room = new AnswerRoom(30);
  private final List<String> gone = new ArrayList<>();
  private final Runnable first = () -> gone.add("first");
  private final Runnable second = () -> gone.add("second");
  private final Runnable third = () -> gone.add("third");

  @Test
  void noRoomForOneMore_theOneThatStallsLongestGivesWay() {
    room.goesOn(first, 10);
    room.goesOn(second, 10);
    room.goesOn(first, 10);

    room.goesOn(third, 20);

    assertThat(gone).containsExactly("second");
  }

  @Test
  void whatIsOver_takesNoRoom() {
    room.goesOn(first, 20);
    room.isOver(first);
    room.isOver(first);
    room.goesOn(second, 10);
    room.goesOn(third, 20);

    assertThat(gone).isEmpty();
  }

  @Test
  void largerThanAllTheRoom_isAloneInIt() {
    room.goesOn(first, 10);
    room.goesOn(second, 40);
    assertThat(gone).containsExactly("first");

    room.goesOn(third, 10);
    assertThat(gone).containsExactly("first", "second");
  }
}
