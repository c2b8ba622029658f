package io.chaoschapters.chaos.fault;

import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.FaultType;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fault of components, whatever subject they are of. */
abstract class ComponentFaultType implements FaultType<Cluster> {
  /** How much later than the runner the guard outside this JVM ends it. */
  static final Duration MARGIN = Duration.ofSeconds(5);

  private final String name;
  private final String description;
  private final @Nullable String witness;

  ComponentFaultType(String name, String description, @Nullable String witness) {
    this.name = name;
    this.description = description;
    this.witness = witness;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String description() {
    return description;
  }

  /** The method of {@link Cluster} that sees it, which a subject may leave out; empty for none. */
  final Optional<String> witness() {
    return Optional.ofNullable(witness);
  }

  @Override
  public final boolean needsTarget() {
    return true;
  }
}
