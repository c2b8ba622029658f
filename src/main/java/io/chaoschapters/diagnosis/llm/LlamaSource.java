package io.chaoschapters.diagnosis.llm;

import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.DiagnosisException.Reason;
import io.chaoschapters.diagnosis.Preparation;
import io.chaoschapters.diagnosis.llm.chat.LangChainModel;
import io.chaoschapters.diagnosis.llm.chat.LlamaModel;
import io.chaoschapters.diagnosis.llm.chat.ModelClient;
import io.chaoschapters.diagnosis.llm.chat.ModelSource;
import io.chaoschapters.diagnosis.llm.chat.Served;
import io.chaoschapters.diagnosis.llm.http.ModelHttp;
import io.chaoschapters.diagnosis.llm.http.ModelHttpBuilder;
import io.chaoschapters.diagnosis.llm.llama.LlamaOptions;
import io.chaoschapters.diagnosis.llm.llama.LlamaServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts a llama-server when it is first needed, and again when it has ended. */
final class LlamaSource implements ModelSource {
  private final Served served;
  private final LlamaOptions options;
  private final ProviderSettings choice;
  private final ReentrantLock starting = new ReentrantLock();

  /** The thread that starts a server now, or null for none; its own monitor. */
  private final AtomicReference<@Nullable Thread> starter = new AtomicReference<>();

  private boolean closed;
  private @Nullable LlamaServer server;
  private @Nullable ModelClient model;
  private Path folder;
  private Consumer<String> progress = text -> {};

  /**
   * Makes one; nothing is started yet.
   *
   * @param usualFolder where the server's log is left unless a run has a folder
   */
  LlamaSource(Served served, LlamaOptions options, ProviderSettings choice, Path usualFolder) {
    this.served = served;
    this.options = options;
    this.choice = choice;
    this.folder = usualFolder;
  }

  @Override
  public ModelClient open(@Nullable Preparation preparation) {
    lock();
    try {
      if (preparation != null) {
        folder = preparation.folder();
        progress = preparation.progress();
      }
      LlamaServer running = server;
      ModelClient ready = model;
      if (running != null && ready != null && running.isAlive()) {
        return ready;
      }
      if (running != null) {
        running.close();
      }
      return start();
    } finally {
      starting.unlock();
    }
  }

  private void lock() {
    try {
      starting.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DiagnosisException(Reason.INTERRUPTED, "The question was called off.", e);
    }
  }

  private ModelClient start() {
    LlamaServer started = startUnlessClosed();
    server = started;
    ModelHttp http = new ModelHttp(Duration.ofSeconds(5));
    ModelClient chat =
        new LangChainModel(
            served,
            OpenAiStreamingChatModel.builder()
                .httpClientBuilder(new ModelHttpBuilder(http))
                .baseUrl(started.uri("/v1").toString())
                .apiKey(started.key())
                .modelName(served.model())
                .maxTokens(choice.answerTokens(OllamaProvider.USUAL_ANSWER_TOKENS))
                .temperature(choice.temperature(0))
                .build(),
            http);
    ModelClient watched = new LlamaModel(chat, started, served);
    model = watched;
    return watched;
  }

  private LlamaServer startUnlessClosed() {
    synchronized (starter) {
      if (closed) {
        throw new DiagnosisException(Reason.INTERRUPTED, "The diagnoser was closed.", null);
      }
      starter.set(Thread.currentThread());
    }
    try {
      return LlamaServer.start(options, existing(folder), progress);
    } finally {
      synchronized (starter) {
        starter.set(null);
      }
    }
  }

  private static Path existing(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make the folder " + folder, e);
    }
  }

  @Override
  public Reach reach() {
    return Reach.OWN_PROCESS;
  }

  /** A start that is under way is called off, and waited for until it has put all away. */
  @Override
  public void close() {
    synchronized (starter) {
      closed = true;
      Thread under = starter.get();
      if (under != null) {
        under.interrupt();
      }
    }
    starting.lock();
    try {
      if (server != null) {
        server.close();
      }
      server = null;
      model = null;
    } finally {
      starting.unlock();
    }
  }
}
