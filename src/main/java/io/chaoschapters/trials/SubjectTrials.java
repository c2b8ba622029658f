package io.chaoschapters.trials;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** The trials of one subject; which ones is known only when they begin. */
final class SubjectTrials extends AbstractTestDescriptor {
  private final String subject;

  /**
   * Trials of a subject.
   *
   * @param type the class of chapters that led to it, under whose name reports show them
   */
  SubjectTrials(UniqueId engine, String subject, Class<?> type) {
    super(engine.append("subject", subject), "Trials of " + subject, ClassSource.from(type));
    this.subject = subject;
  }

  String subject() {
    return subject;
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  @Override
  public boolean mayRegisterTests() {
    return true;
  }
}
