package io.chaoschapters.subjects.tikv.service;

import io.chaoschapters.subjects.tikv.service.Messages.Assignment;
import io.chaoschapters.subjects.tikv.service.Messages.Orders;
import io.chaoschapters.subjects.tikv.service.Messages.RegionHeartbeat;
import io.chaoschapters.subjects.tikv.service.Messages.Registration;
import io.chaoschapters.subjects.tikv.service.Messages.StoreHeartbeat;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What a store tells the placement driver, and what it is told. Not real PD's protocol. */
final class PdLink {
  static final String REGISTER = "/stand-in/register";
  static final String STORE_HEARTBEAT = "/stand-in/store-heartbeat";
  static final String REGION_HEARTBEAT = "/stand-in/region-heartbeat";

  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final Duration ALL_STORES_WITHIN = Duration.ofSeconds(60);
  private static final Duration ASK_EVERY = Duration.ofMillis(50);
  private static final int OK = 200;

  private final String pd;

  /**
   * @param pd host and port
   */
  PdLink(String pd) {
    this.pd = pd;
  }

  /** Reports for duty and waits until the placement driver knows all stores. */
  Assignment register(Registration registration) {
    AtomicReference<Assignment> assigned = new AtomicReference<>();
    new Wait("all stores at the placement driver " + pd, ALL_STORES_WITHIN, ASK_EVERY)
        .until(
            () -> {
              try {
                Optional<Assignment> answer = tryRegister(registration);
                answer.ifPresent(assigned::set);
                return new Progress(answer.isPresent(), "it waits for other stores");
              } catch (IOException e) {
                return Progress.notYet(e.toString());
              }
            });
    return assigned.get();
  }

  /** Reports for duty; empty until all stores have. */
  Optional<Assignment> tryRegister(Registration registration) throws IOException {
    return post(REGISTER, registration, Assignment.class);
  }

  void heartbeat(StoreHeartbeat heartbeat) throws IOException {
    post(STORE_HEARTBEAT, heartbeat, Orders.class);
  }

  /** Tells what this store leads; the answer is what it should hand over. */
  Optional<Orders> heartbeat(RegionHeartbeat heartbeat) throws IOException {
    return post(REGION_HEARTBEAT, heartbeat, Orders.class);
  }

  /** Empty when the answer is "accepted, but not yet". */
  private <T> Optional<T> post(String path, Object body, Class<T> type) throws IOException {
    PlainHttp.Reply reply = PlainHttp.post(pd + path, Json.write(body), TIMEOUT);
    if (reply.status() / 100 != 2) {
      throw new IOException(
          RootLocale.format(
              "The placement driver answered %d to %s: %s",
              reply.status(), path, new String(reply.body(), StandardCharsets.UTF_8)));
    }
    return reply.status() == OK ? Optional.of(Json.read(reply.body(), type)) : Optional.empty();
  }
}
