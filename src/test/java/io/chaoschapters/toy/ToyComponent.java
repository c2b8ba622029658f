package io.chaoschapters.toy;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentState;
import io.chaoschapters.runtime.Disturbance;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.LogLine;
import io.chaoschapters.runtime.UndoStep;
import io.chaoschapters.subject.ComponentStatus;
import io.chaoschapters.subject.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A component without a process. */
public class ToyComponent implements Component {
  private final String id;
  private volatile ComponentState state = ComponentState.RUNNING;
  private volatile Duration delay = Duration.ZERO;

  public ToyComponent(String id) {
    this.id = id;
  }

  /** What a probe from outside would see. */
  public ComponentStatus status() {
    Health health =
        switch (state) {
          case RUNNING -> Health.SERVING;
          case FROZEN -> Health.SILENT;
          case STOPPED -> Health.REFUSING;
          case UNKNOWN -> Health.UNKNOWN;
        };
    return ComponentStatus.of(id, role(), health, "");
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String role() {
    return "node";
  }

  @Override
  public ComponentState state() {
    return state;
  }

  @Override
  public Endpoint endpoint(String port) {
    return new Endpoint("127.0.0.1", 1);
  }

  @Override
  public Endpoint internalEndpoint(String port) {
    return endpoint(port);
  }

  @Override
  public List<LogLine> logsSince(Instant since) {
    return List.of();
  }

  @Override
  public void kill() {
    state = ComponentState.STOPPED;
  }

  @Override
  public void stop(Duration grace) {
    kill();
  }

  @Override
  public void restart() {
    state = ComponentState.RUNNING;
  }

  @Override
  public void freeze(Duration limit) {
    state = ComponentState.FROZEN;
  }

  @Override
  public void thaw() {
    if (state == ComponentState.FROZEN) {
      state = ComponentState.RUNNING;
    }
  }

  /** By how much its answers are late. */
  public Duration delay() {
    return delay;
  }

  /** A toy can be late; it cannot be {@linkplain #cutOff cut off}. */
  @Override
  public Disturbance delay(Duration by) {
    return late(by, "hurry");
  }

  /** The less it gets, the later it is. */
  @Override
  public Disturbance limitCpu(int percent) {
    return late(Duration.ofMillis(100 - percent), "unlimit");
  }

  private Disturbance late(Duration by, String undo) {
    return new Disturbance() {
      @Override
      public void begin(Duration limit) {
        delay = by;
      }

      @Override
      public boolean isOn() {
        return !delay.isZero();
      }

      @Override
      public void end() {
        delay = Duration.ZERO;
      }

      @Override
      public UndoStep undoStep() {
        return new UndoStep(undo + " " + id, List.of("toy-" + undo, id));
      }
    };
  }

  @Override
  public UndoStep thawStep() {
    return new UndoStep("thaw " + id, List.of("toy-thaw", id));
  }
}
