package io.chaoschapters.junit.trials;

import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A trial, or the judgement of all of them, as JUnit shows it. */
final class TrialTest extends AbstractTestDescriptor {

  TrialTest(TestDescriptor subject, String id, String name) {
    super(subject.getUniqueId().append("trial", id), name, subject.getSource().orElseThrow());
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }
}
