package example;

import io.chaoschapters.subject.Signal;
import java.util.List;

/** The numbers on our dashboard. */
final class EnsembleSignals {
  private EnsembleSignals() {}

  static List<Signal> all() {
    return List.of(
        new Signal("jobs", "jobs stored", "Jobs stored per second", "jobs/s", 80),
        new Signal(
            "failed",
            "jobs failed",
            "Jobs of the last four seconds that could not be stored",
            "jobs",
            20),
        new Signal(
            "slowest", "slowest job", "Longest time to store a job in the last seconds", "s", 3),
        new Signal(
            "workers", "workers registered", "Workers that have their node in the registry", "", 1),
        new Signal(
            "followers", "synced followers", "Followers that are in sync with the leader", "", 2),
        new Signal(
            "outstanding",
            "outstanding requests",
            "Requests that wait at the busiest member",
            "requests",
            100),
        new Signal(
            "free-connections",
            "free connections",
            "Connections that the busiest client host may still open to a member",
            "connections",
            Members.MAX_CONNECTIONS),
        new Signal(
            "nodes-left",
            "nodes left",
            "Nodes that may still be created below /jobs",
            "nodes",
            5_000));
  }
}
