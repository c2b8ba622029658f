package io.chaoschapters.diagnosis.llm.llama;

import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.DiagnosisException.Reason;
import io.chaoschapters.runtime.ComponentEndedException;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.WaitInterruptedException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells in one sentence why a model could not be loaded. */
final class LoadFailure {
  private static final int SIGKILL = 128 + 9;
  private static final int SIGILL = 128 + 4;
  private static final Pattern MEMORY =
      Pattern.compile(
          "failed to allocate|unable to allocate|bad_alloc|insufficient memory|out of memory|cannot allocate memory",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LIBRARY =
      Pattern.compile(
          "error while loading shared libraries|library not loaded|GLIBC|symbol lookup error|exec format error",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ARCHITECTURE =
      Pattern.compile("unknown model architecture|unsupported model", Pattern.CASE_INSENSITIVE);
  private static final Pattern DAMAGED =
      Pattern.compile(
          "corrupted or incomplete|failed to read (?:magic|header|key-value|tensor)|invalid magic"
              + "|this GGUF file is version|GGUF(?:v1)? is no longer supported",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ARGUMENT =
      Pattern.compile("invalid argument|unknown argument", Pattern.CASE_INSENSITIVE);

  private LoadFailure() {}

  static DiagnosisException of(RuntimeException failure, LlamaOptions options) {
    if (failure instanceof WaitInterruptedException || Thread.currentThread().isInterrupted()) {
      return new DiagnosisException(
          Reason.INTERRUPTED,
          RootLocale.format("Loading %s was called off.", model(options)),
          failure);
    }
    if (!(failure instanceof ComponentEndedException ended)) {
      return notReady(options, Failure.words(failure), failure);
    }
    return notReady(options, cause(ended, options) + lastWords(ended.lastLines()), failure);
  }

  private static String cause(ComponentEndedException ended, LlamaOptions options) {
    String printed = String.join("\n", ended.lastLines());
    if (ended.exitCode() == SIGKILL || MEMORY.matcher(printed).find()) {
      return RootLocale.format(
          "there is not enough memory for its %s and a context of %d tokens; take a smaller model, or a smaller context with -Dai.context=<tokens>",
          options.model().size(), options.context());
    }
    if (ended.exitCode() == SIGILL) {
      return RootLocale.format(
          "%s was built for another processor than this one; build it here, or get one for this processor",
          options.program());
    }
    if (LIBRARY.matcher(printed).find()) {
      return RootLocale.format(
          "%s does not run on this system, as a library does not load; install what it names, or get one for this system",
          options.program());
    }
    if (ARCHITECTURE.matcher(printed).find()) {
      return "this llama-server does not know its kind of model; get a newer one";
    }
    if (DAMAGED.matcher(printed).find()) {
      return "the model file is cut off, damaged, or of a version of GGUF that this llama-server does not know; fetch it again";
    }
    if (ARGUMENT.matcher(printed).find()) {
      return "llama-server does not know one of its arguments; get a newer one, and look at -Dai.llama-arguments";
    }
    return RootLocale.format("llama-server ended with exit code %d", ended.exitCode());
  }

  private static String lastWords(List<String> lines) {
    List<String> said = lines.stream().filter(line -> !line.isBlank()).toList();
    if (said.isEmpty()) {
      return ". It printed nothing";
    }
    List<String> errors =
        said.stream()
            .filter(
                line -> line.toLowerCase(Locale.ROOT).matches(".*(?:error|fail|invalid|unable).*"))
            .toList();
    List<String> shown = errors.isEmpty() ? said : errors;
    return ". It said: "
        + String.join(" | ", shown.subList(Math.max(0, shown.size() - 3), shown.size())).strip();
  }

  private static DiagnosisException notReady(
      LlamaOptions options, String cause, RuntimeException failure) {
    return new DiagnosisException(
        Reason.NOT_READY,
        RootLocale.format("llamacpp cannot load %s: %s.", model(options), cause),
        failure);
  }

  private static String model(LlamaOptions options) {
    return options.model().name();
  }
}
