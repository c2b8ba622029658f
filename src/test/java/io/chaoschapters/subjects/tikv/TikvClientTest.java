package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tikv.common.TiConfiguration;
import org.tikv.shade.com.google.protobuf.ByteString;

class TikvClientTest {
  /** As the client does it with the list that it is given. */
  @Test
  void listForTheClient_canBeSorted() {
    List<ByteString> asked = TikvClient.asked(List.of("b", "a"));
    asked.sort(ByteString.unsignedLexicographicalComparator());

    assertThat(asked).containsExactly(ByteString.copyFromUtf8("a"), ByteString.copyFromUtf8("b"));
  }

  /** One that is not answered is followed by the question for the new leader, and by another. */
  @Test
  void call_hasRoomForMoreThanOneAttempt() {
    TiConfiguration configuration = TikvClient.configuration("127.0.0.1:2379");

    assertThat(configuration.getTimeout() * 2).isLessThan(configuration.getRawKVWriteTimeoutInMS());
    assertThat(configuration.getTimeout() * 2)
        .isLessThan(configuration.getRawKVBatchReadTimeoutInMS());
  }

  /** A detour hides what is between the client and a store, and the stand-in has none. */
  @Test
  void requests_takeNoDetourThroughAnotherStore() {
    assertThat(TikvClient.configuration("127.0.0.1:2379").getEnableGrpcForward()).isFalse();
  }

  /** PD takes more than one in two hours for an attack while nothing is under way. */
  @Test
  void pings_comeLessOftenThanPdAllows() {
    assertThat(TikvClient.configuration("127.0.0.1:2379").getKeepaliveTime())
        .isGreaterThan(2 * 60 * 60);
  }
}
