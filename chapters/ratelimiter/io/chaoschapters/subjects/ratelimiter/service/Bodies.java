package io.chaoschapters.subjects.ratelimiter.service;

import io.chaoschapters.subject.ParameterText;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies that the HTTP interface takes and gives; an absent member is null. */
final class Bodies {
  private Bodies() {}

  record Check(@Nullable String key) {
    static final String FORM = "{\"key\": \"customer-7\"}";
  }

  record Checked(
      boolean allowed,
      String key,
      long limit,
      long remaining,
      long windowId,
      long resetMillis,
      Reason reason) {}

  record NewLimit(@Nullable Long limit, @Nullable String window) {
    static final String FORM = "{\"limit\": 100, \"window\": \"1h\"}";

    Limit toLimit() {
      if (limit == null || window == null) {
        throw new BadRequestException(
            "A limit needs both members; send JSON such as " + FORM + ".");
      }
      return new Limit(limit, duration("window", window).toMillis());
    }
  }

  record KeyLimit(String key, long limit, long windowMillis) {
    static KeyLimit of(TrackedKey key) {
      Limit limit = key.limit();
      return new KeyLimit(key.key(), limit.limit(), limit.windowMillis());
    }
  }

  record Limits(List<KeyLimit> limits, long defaultLimit, long defaultWindowMillis) {}

  record NewMode(
      @Nullable LimitMode mode,
      @Nullable SyncPolicy policy,
      @Nullable FailMode fail,
      @Nullable String syncInterval) {
    static final String FORM =
        "{\"mode\": \"batched\", \"policy\": \"drop\", \"fail\": \"open\", \"syncInterval\":"
            + " \"500ms\"}";

    /** What is absent stays as it is. */
    NodeSettings over(NodeSettings now) {
      return new NodeSettings(
          mode == null ? now.mode() : mode,
          policy == null ? now.policy() : policy,
          fail == null ? now.fail() : fail,
          syncInterval == null ? now.syncInterval() : duration("syncInterval", syncInterval));
    }
  }

  record Mode(LimitMode mode, SyncPolicy policy, FailMode fail, long syncIntervalMillis) {
    static Mode of(NodeSettings settings) {
      return new Mode(
          settings.mode(), settings.policy(), settings.fail(), settings.syncInterval().toMillis());
    }
  }

  record Access(@Nullable String closedFor) {
    static final String FORM = "{\"closedFor\": \"5s\"}";

    Duration closedForDuration() {
      if (closedFor == null) {
        throw new BadRequestException(
            "closedFor says for how long; send JSON such as " + FORM + ".");
      }
      return duration("closedFor", closedFor);
    }
  }

  record Closed(long closedForMillis) {}

  record Reconcile(@Nullable Long admitted, @Nullable Long pending) {
    static final String FORM = "{\"admitted\": 120, \"pending\": 0}";

    long acknowledged() {
      long waiting = pending == null ? 0 : pending;
      if (admitted == null || waiting < 0 || admitted < waiting || admitted > Limit.MAX) {
        throw new BadRequestException(
            RootLocale.format(
                "admitted must be a number from 0 to %d and not less than pending; send JSON such as %s.",
                Limit.MAX, FORM));
      }
      return admitted - waiting;
    }
  }

  record Reconciled(String key, long windowMillis, long windowId, long counter) {}

  record Health(String status, String node, String store) {}

  record Problem(String error) {}

  static Duration duration(String name, String text) {
    try {
      return ParameterText.duration(text);
    } catch (IllegalArgumentException e) {
      throw new BadRequestException(RootLocale.format("%s: %s.", name, e.getMessage()));
    }
  }
}
