package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.diagnosis.semantic.embedding.MiniLmEncoder;
import io.chaoschapters.diagnosis.semantic.embedding.RememberingEncoder;
import io.chaoschapters.diagnosis.semantic.symptom.Calibration;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import java.nio.file.Path;
import org.apiguardian.api.API;

/** Makes the embedded diagnoser, whose libraries unpack below the folder of artifacts. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SemanticDiagnoserProvider implements DiagnoserProvider {
  @Override
  public String id() {
    return SemanticDiagnoser.ID;
  }

  @Override
  public Diagnoser open(Settings settings) {
    return make(settings);
  }

  static SemanticDiagnoser make(Settings settings) {
    Path cache = Path.of(settings.text(KnownSettings.OUTPUT)).resolve(".cache");
    return new SemanticDiagnoser(
        new RememberingEncoder(new MiniLmEncoder(cache)),
        Calibration.standard(),
        Weights.standard());
  }
}
