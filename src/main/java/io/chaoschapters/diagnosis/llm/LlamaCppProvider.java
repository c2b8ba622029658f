package io.chaoschapters.diagnosis.llm;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.diagnosis.llm.chat.Served;
import io.chaoschapters.diagnosis.llm.llama.LlamaOptions;
import io.chaoschapters.diagnosis.llm.method.Methods;
import io.chaoschapters.library.OptionalLibrary;
import io.chaoschapters.settings.KnownSettings;
import io.chaoschapters.settings.Settings;
import java.nio.file.Path;
import org.apiguardian.api.API;

/** A model file of the user's own, on this machine. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LlamaCppProvider implements DiagnoserProvider {
  private static final String BEST_METHOD = Methods.TWO_MODELS;

  @Override
  public String id() {
    return ProviderSettings.LLAMACPP;
  }

  @Override
  public Diagnoser open(Settings settings) {
    Libraries.require(id(), OptionalLibrary.OPEN_AI); // llama-server speaks that protocol
    ProviderSettings choice = new ProviderSettings(id(), settings);
    LlamaOptions options = LlamaOptions.of(choice.model(), settings);
    Served served =
        new Served(id(), options.model().name(), "this computer", null, options.context());
    Path cache = Path.of(settings.text(KnownSettings.OUTPUT)).resolve(".cache/llamacpp");
    return new ChatDiagnoser(
        served,
        new LlamaSource(served, options, choice, cache),
        Methods.of(settings, BEST_METHOD),
        choice.limits(),
        null);
  }
}
