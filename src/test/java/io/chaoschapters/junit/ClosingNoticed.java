package io.chaoschapters.junit;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.evidence.Evidence;
import java.util.function.Consumer;

/** A diagnoser that tells when it is closed. */
record ClosingNoticed(Diagnoser inner, Runnable whenClosed) implements Diagnoser {
  @Override
  public String id() {
    return inner.id();
  }

  @Override
  public String version() {
    return inner.version();
  }

  @Override
  public String description() {
    return inner.description();
  }

  @Override
  public String whatLeavesTheMachine() {
    return inner.whatLeavesTheMachine();
  }

  @Override
  public Diagnosis diagnose(Evidence evidence, Consumer<String> stream) {
    return inner.diagnose(evidence, stream);
  }

  @Override
  public void close() {
    whenClosed.run();
  }
}
