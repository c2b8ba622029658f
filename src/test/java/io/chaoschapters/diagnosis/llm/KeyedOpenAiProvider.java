package io.chaoschapters.diagnosis.llm;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.settings.Settings;

/** The OpenAI provider, in an environment that holds a key. */
public final class KeyedOpenAiProvider implements DiagnoserProvider {
  /** The key, which must turn up nowhere. */
  public static final String KEY = "sk-never-seen-0123456789abcdef";

  @Override
  public String id() {
    return "openai";
  }

  @Override
  public Diagnoser open(Settings settings) {
    return new OpenAiProvider(name -> name.equals("OPENAI_API_KEY") ? KEY : null).open(settings);
  }
}
