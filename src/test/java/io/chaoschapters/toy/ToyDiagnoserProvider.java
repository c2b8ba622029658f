package io.chaoschapters.toy;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.settings.Settings;

/** Lets {@code -Dai=toy} choose the toy's diagnoser. */
public final class ToyDiagnoserProvider implements DiagnoserProvider {
  @Override
  public String id() {
    return ToyDiagnoser.ID;
  }

  @Override
  public Diagnoser open(Settings settings) {
    return new ToyDiagnoser();
  }
}
