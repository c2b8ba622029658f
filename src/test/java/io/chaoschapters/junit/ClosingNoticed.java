package io.chaoschapters.junit;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Privacy;

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
  public Privacy privacy() {
    return inner.privacy();
  }

  @Override
  public Diagnosis diagnose(Inquiry inquiry) {
    return inner.diagnose(inquiry);
  }

  @Override
  public void close() {
    whenClosed.run();
  }
}
