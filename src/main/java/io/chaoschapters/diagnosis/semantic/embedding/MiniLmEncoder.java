package io.chaoschapters.diagnosis.semantic.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * all-MiniLM-L6-v2, quantised, run by ONNX Runtime inside this JVM; loaded when first needed.
 *
 * @see <a href="https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2">the model</a>
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class MiniLmEncoder implements SentenceEncoder {
  public static final String MODEL = "all-MiniLM-L6-v2 (quantised)";

  /** The tokenizer's library would otherwise report its use to its makers from EC2 machines. */
  private static final String NO_TRACKING = "OPT_OUT_TRACKING";

  private final Path cache;
  private final Supplier<EmbeddingModel> source;
  private @Nullable EmbeddingModel model;

  /** Keeps what the libraries unpack in a folder. */
  public MiniLmEncoder(Path cache) {
    this(cache, AllMiniLmL6V2QuantizedEmbeddingModel::new);
  }

  public MiniLmEncoder(Path cache, Supplier<EmbeddingModel> source) {
    this.cache = cache;
    this.source = source;
  }

  @Override
  public List<float[]> encode(List<String> sentences) {
    if (sentences.isEmpty()) {
      return List.of();
    }
    List<TextSegment> segments = sentences.stream().map(TextSegment::from).toList();
    return model().embedAll(segments).content().stream().map(Embedding::vector).toList();
  }

  private synchronized EmbeddingModel model() {
    if (model == null) {
      model = load();
    }
    return model;
  }

  private EmbeddingModel load() {
    if (System.getProperty(NO_TRACKING) == null) {
      System.setProperty(NO_TRACKING, "true");
    }
    NativeLibraries.keepIn(cache);
    try {
      return source.get();
    } catch (RuntimeException | LinkageError e) {
      throw new DiagnosisException(
          RootLocale.format(
              "The embedded model %s cannot be loaded on %s %s: %s. If this machine is the reason, choose another diagnoser with -Dai; if a file is missing, check that the class path is whole.",
              MODEL,
              System.getProperty("os.name"),
              System.getProperty("os.arch"),
              Failure.words(e).replaceAll("[.]$", "")),
          e);
    }
  }
}
