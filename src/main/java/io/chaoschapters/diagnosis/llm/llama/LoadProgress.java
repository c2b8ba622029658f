package io.chaoschapters.diagnosis.llm.llama;

import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.function.Consumer;

/** Says from time to time that a model still loads. */
final class LoadProgress {
  private static final long EVERY_NANOS = Duration.ofSeconds(2).toNanos();

  private final ModelFile model;
  private final Consumer<String> progress;
  private final long began = System.nanoTime();
  private long told = began - EVERY_NANOS;

  LoadProgress(ModelFile model, Consumer<String> progress) {
    this.model = model;
    this.progress = progress;
  }

  /** Hands on whether it is ready, and tells when that takes long. */
  boolean look(boolean ready) {
    long now = System.nanoTime();
    if (ready) {
      progress.accept(
          RootLocale.format(
              "llamacpp has loaded %s in %.1f s.", model.name(), (now - began) / 1e9));
    } else if (now - told >= EVERY_NANOS) {
      told = now;
      progress.accept(
          RootLocale.format(
              "llamacpp loads %s (%s): %d s.",
              model.name(), model.size(), (now - began) / 1_000_000_000L));
    }
    return ready;
  }
}
