package io.chaoschapters.trials;

import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A trial, or the judgment of all of them, as JUnit shows it. */
final class TrialTest extends AbstractTestDescriptor {

  TrialTest(TestDescriptor subject, String id, String name) {
    // Without a source of its own: reports name it as it is shown, below its subject.
    super(subject.getUniqueId().append("trial", id), name);
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }
}
