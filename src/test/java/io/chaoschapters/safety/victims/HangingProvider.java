package io.chaoschapters.safety.victims;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Privacy;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.settings.Settings;
import java.util.concurrent.CountDownLatch;

/** A diagnoser that never answers, and hears no interrupt. */
public final class HangingProvider implements DiagnoserProvider {
  /** What {@code -Dai} calls it. */
  public static final String ID = "hanging";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Diagnoser open(Settings settings) {
    return new Hanging();
  }

  private static final class Hanging implements Diagnoser {
    @Override
    public String id() {
      return ID;
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public String description() {
      return "Never answers.";
    }

    @Override
    public Privacy privacy() {
      return Privacy.staysOnMachine();
    }

    @Override
    public Diagnosis diagnose(Inquiry inquiry) {
      Evidence evidence = inquiry.evidence();
      CountDownLatch never = new CountDownLatch(1);
      int interrupts = 0;
      while (interrupts < Integer.MAX_VALUE) {
        try {
          never.await();
        } catch (InterruptedException e) {
          interrupts++; // as a call into native code would go on
        }
      }
      throw new DiagnosisException("interrupted too often", null);
    }
  }
}
