package io.chaoschapters.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.metrics.MetricQuery;
import io.chaoschapters.metrics.MetricResult;
import io.chaoschapters.metrics.MetricSource;
import io.chaoschapters.metrics.MetricValue;
import io.chaoschapters.metrics.MetricsUnavailableException;
import io.chaoschapters.metrics.ScrapeTarget;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.ClusterSnapshot;
import io.chaoschapters.subject.Parameters;
import io.chaoschapters.subject.Reading;
import io.chaoschapters.subject.Signal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is not known yet and what is not known any more are told apart. */
class ObserverTest {
  private static final Duration WINDOW = Duration.ofSeconds(3);
  private static final MetricQuery SLOWEST = MetricQuery.quantile(0.99, "call_seconds", WINDOW);

  private final AtomicReference<Instant> time = new AtomicReference<>(Instant.EPOCH);
  private double callsPerSecond;
  private double slowest = Double.NaN;
  private boolean reachable = true;

  private Reading slowest(Observer observer) {
    return observer.observe().signal("slowest");
  }

  @Test
  void quantileOfNothing_isNotYet() {
    Reading reading = slowest(observer());

    assertThat(reading.notYet()).isTrue();
    assertThat(reading.isKnown()).isFalse();
    assertThat(reading.why()).isEqualTo("nothing to measure");
  }

  @Test
  void noSampleJustAfterTheStart_isNotYet() {
    callsPerSecond = Double.NaN;

    assertThat(slowest(observer()).why()).isEqualTo("no sample yet");
  }

  @Test
  void noSampleLongAfterTheStart_isUnknown() {
    callsPerSecond = Double.NaN;
    Observer observer = observer();
    time.set(Instant.EPOCH.plusSeconds(10));

    assertThat(slowest(observer).notYet()).isFalse();
  }

  @Test
  void sampleThatWasThereBefore_isUnknown() {
    slowest = 0.2;
    Observer observer = observer();
    assertThat(slowest(observer).value()).isEqualTo(0.2);
    slowest = Double.NaN;
    callsPerSecond = 7;

    assertThat(slowest(observer).notYet()).isFalse();
  }

  @Test
  void storeThatDoesNotAnswer_isUnknown() {
    reachable = false;

    assertThat(slowest(observer()).notYet()).isFalse();
  }

  private Observer observer() {
    return observer(new Calls());
  }

  private Observer observer(Cluster cluster) {
    Signal signal = new Signal("slowest", "slowest", "the slowest calls", "s", 1, null);
    return new Observer(cluster, source(), List.of(signal), clock());
  }

  private MetricSource source() {
    return query -> {
      if (!reachable) {
        throw new MetricsUnavailableException("nothing listens");
      }
      double value = query.equals(SLOWEST) ? slowest : callsPerSecond;
      return Double.isNaN(value)
          ? MetricResult.empty()
          : new MetricResult(List.of(new MetricValue(Map.of(), value, time.get())));
    };
  }

  @Test
  void clusterThatThrows_isToldWithMethodClassAndLine() {
    Calls broken =
        new Calls() {
          @Override
          public ClusterSnapshot observe() {
            return new ClusterSnapshot(List.of(), Map.of("size", Reading.of(List.of(1).get(3))));
          }
        };

    assertThatThrownBy(() -> observer(broken).observe())
        .hasMessageStartingWith(
            "observe() of "
                + broken.getClass().getName()
                + " failed: IndexOutOfBoundsException: Index: 3 Size: 1, ")
        .hasMessageContaining("at " + broken.getClass().getName() + ".observe (ObserverTest.java:");
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return time.get();
      }

      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }
    };
  }

  private static class Calls implements Cluster {
    @Override
    public List<Component> components() {
      return List.of();
    }

    @Override
    public List<ScrapeTarget> scrapeTargets() {
      return List.of();
    }

    @Override
    public Map<String, MetricQuery> queries() {
      return Map.of("slowest", SLOWEST);
    }

    @Override
    public ClusterSnapshot observe() {
      return new ClusterSnapshot(List.of(), Map.of());
    }

    @Override
    public void configure(Parameters given) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void repair() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      // Nothing was opened.
    }
  }
}
