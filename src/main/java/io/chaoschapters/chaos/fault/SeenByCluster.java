package io.chaoschapters.chaos.fault;

import io.chaoschapters.subject.Cluster;

/** A fault whose witness is a method of {@link Cluster}, which a subject may leave out. */
interface SeenByCluster {
  /** The method's name. */
  String witness();
}
