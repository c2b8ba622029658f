package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.settings.Settings;
import org.apiguardian.api.API;

/** Makes the embedded diagnoser, which needs no settings. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SemanticDiagnoserProvider implements DiagnoserProvider {
  @Override
  public String id() {
    return SemanticDiagnoser.ID;
  }

  @Override
  public Diagnoser open(Settings settings) {
    return new SemanticDiagnoser(new MiniLmEncoder(), Calibration.standard());
  }
}
