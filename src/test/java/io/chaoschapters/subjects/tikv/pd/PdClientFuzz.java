package io.chaoschapters.subjects.tikv.pd;

import io.chaoschapters.fuzz.CannedHttpClient;
import io.chaoschapters.fuzz.Sentences;
import io.chaoschapters.fuzz.WarmUp;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Any answer of a placement driver is read or ends in a {@link PdException}. The first line of an
 * input says what is asked and with which status it is answered, as in {@code stores 200}.
 */
public final class PdClientFuzz {
  private static final URI PD = URI.create("http://127.0.0.1:2379");
  private static final int OK = 200;

  private PdClientFuzz() {}

  /** Before the first try. */
  public static void fuzzerInitialize() {
    WarmUp.with("pd", PdClientFuzz::fuzzerTestOneInput);
  }

  /** One try. */
  public static void fuzzerTestOneInput(byte[] input) {
    int end = 0;
    while (end < input.length && input[end] != '\n') {
      end++;
    }
    String[] head = new String(input, 0, end, StandardCharsets.US_ASCII).split(" ", 2);
    byte[] body = Arrays.copyOfRange(input, Math.min(input.length, end + 1), input.length);
    int status = head.length < 2 ? OK : status(head[1]);
    PdClient client =
        new PdClient(new CannedHttpClient().answers(status, body), PD, Duration.ofMinutes(1));
    try {
      Object answer = asked(client, head[0]).join();
      use(Objects.requireNonNull(answer, "an answer that is null"));
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof PdException)) {
        throw e;
      }
      Sentences.check(e.getCause().getMessage());
    }
  }

  private static int status(String text) {
    return text.matches("[1-5]\\d\\d") ? Integer.parseInt(text) : OK;
  }

  private static CompletableFuture<?> asked(PdClient client, String what) {
    return switch (what) {
      case "regions" -> client.regions();
      case "health" -> client.health();
      case "members" -> client.members();
      case "status" -> client.clusterStatus();
      case "version" -> client.version();
      case "schedulers" -> client.schedulers();
      default -> client.stores();
    };
  }

  private static void use(Object answer) {
    if (answer instanceof List<?> list) {
      list.forEach(PdClientFuzz::use);
    } else if (answer instanceof PdStore store) {
      store.state();
      store.age(Instant.EPOCH);
      store.capacityBytes();
      store.availableBytes();
    } else {
      Objects.requireNonNull(answer, "a list with a null in it").hashCode();
    }
  }
}
