package io.chaoschapters.subjects.ratelimiter;

import io.chaoschapters.subject.ParameterSpec;
import io.chaoschapters.subject.ParameterSpec.Type;
import io.chaoschapters.subject.Parameters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * How the nodes count.
 *
 * @param mode {@code strict} or {@code batched}
 * @param policy what happens to a delta whose sync failed: {@code drop}, {@code resend} or {@code
 *     idempotent}
 * @param onStoreFailure what strict counting does without the store: {@code open}, {@code closed}
 *     or {@code local}
 * @param syncInterval time from one sync to the next in batched mode
 * @param limit requests allowed in a window, at least 1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RateLimiterConfiguration(
    String mode, String policy, String onStoreFailure, Duration syncInterval, int limit) {

  static final List<ParameterSpec> SPECS =
      List.of(
          ParameterSpec.choice("mode", "how requests are counted", "strict", "batched"),
          ParameterSpec.choice(
              "policy",
              "what happens to a delta whose sync failed",
              "drop",
              "resend",
              "idempotent"),
          ParameterSpec.choice(
              "on-store-failure", "what strict counting does", "open", "closed", "local"),
          ParameterSpec.of(
              "sync-interval", Type.DURATION, "time from one sync to the next", "500ms"),
          ParameterSpec.of("limit", Type.COUNT, "requests allowed in a window", "100"));

  static RateLimiterConfiguration of(Parameters given) {
    return new RateLimiterConfiguration(
        given.text("mode"),
        given.text("policy"),
        given.text("on-store-failure"),
        given.duration("sync-interval"),
        given.count("limit"));
  }

  static RateLimiterConfiguration standard() {
    return of(Parameters.parse(SPECS, Map.of()));
  }

  boolean isIdempotent() {
    return isBatched() && policy.equals("idempotent");
  }

  boolean isBatched() {
    return mode.equals("batched");
  }
}
