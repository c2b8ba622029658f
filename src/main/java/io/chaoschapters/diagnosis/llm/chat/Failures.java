package io.chaoschapters.diagnosis.llm.chat;

import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.DiagnosisException.Reason;
import io.chaoschapters.diagnosis.llm.http.HttpFailure;
import io.chaoschapters.diagnosis.llm.http.NotAStreamException;
import io.chaoschapters.diagnosis.llm.http.ServerError;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Shorten;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells failures of a model's server apart, and says each in one sentence. */
final class Failures {
  private static final int LONGEST_DETAIL = 300;
  private static final Pattern OVERFLOW =
      Pattern.compile(
          "context.{0,3}(?:length|window|size)|maximum context|prompt is too long|too many tokens"
              + "|exceeds the (?:maximum|available|context)|input token count",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_CREDIT =
      Pattern.compile("insufficient_quota|billing|credit balance", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_MODEL =
      Pattern.compile(
          "model.{0,80}(?:not found|does not exist|not supported|unknown)|not_found_error",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern RATE =
      Pattern.compile(
          "rate.?limit|resource.?exhausted|too many requests|quota exceeded|\\b429\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern KEY =
      Pattern.compile(
          "api.?key.{0,20}(?:not valid|invalid|expired)|(?:invalid|incorrect).{0,20}api.?key"
              + "|authentication_error|unauthori[sz]ed|\\b401\\b",
          Pattern.CASE_INSENSITIVE);

  /** How servers say, without a status, that it is the question that is at fault. */
  private static final Pattern BAD_QUESTION =
      Pattern.compile(
          "invalid.?(?:request|argument)|bad.?request|\\b4\\d\\d\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern MEMORY =
      Pattern.compile("requires more system memory|out of memory", Pattern.CASE_INSENSITIVE);

  private final Served served;

  Failures(Served served) {
    this.served = served;
  }

  DiagnosisException timeOut(Deadline deadline) {
    return failure(
        Reason.TIME_OUT,
        RootLocale.format(
            "gave no whole answer in %d s; give it longer with -Dai.timeout=<milliseconds>",
            deadline.allowed().toSeconds()),
        null);
  }

  DiagnosisException interrupted(InterruptedException cause) {
    return failure(Reason.INTERRUPTED, "was not waited for: the question was called off", cause);
  }

  DiagnosisException brokeOff(@Nullable Throwable cause) {
    return failure(
        Reason.BROKE_OFF,
        RootLocale.format(
            "ended the connection in the middle of its answer%s; ask again",
            cause == null ? "" : " (" + shortened(Failure.words(cause)) + ")"),
        cause);
  }

  /** The prompt and the answer fill all that the model can hold. */
  DiagnosisException overflow(int tokens) {
    return failure(
        Reason.CONTEXT_OVERFLOW,
        RootLocale.format(
            "filled its context of %s tokens (%d are used up) before the answer was whole; give it more with -Dai.context=<tokens>, or take a model that reads more",
            served.context(), tokens),
        null);
  }

  /** What LangChain4j gave back in place of an answer. */
  DiagnosisException of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = next(cause)) {
      if (cause instanceof DiagnosisException known) {
        return known;
      }
      if (cause instanceof HttpFailure http) {
        return http.statusCode() / 100 == 2 ? inPlaceOfAnAnswer(http) : ofStatus(http);
      }
      if (cause instanceof NotAStreamException other) {
        return noStream(other);
      }
      if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
        return failure(
            Reason.SERVER_DOWN, "has a host name that cannot be resolved; check the address", null);
      }
      if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
        boolean unresolved = cause.getCause() instanceof UnresolvedAddressException;
        return failure(
            Reason.SERVER_DOWN,
            unresolved
                ? "has a host name that cannot be resolved; check the address"
                : "does not answer: no connection; is it running, and is the address right?",
            cause);
      }
    }
    return brokeOff(thrown);
  }

  /** What the server said after its answer had begun, when it had no status left to say it by. */
  DiagnosisException inStream(HttpFailure said) {
    return byItsWords(said, "failed in the middle of its answer: ");
  }

  /** What it said at once, with a status that promises an answer. */
  DiagnosisException inPlaceOfAnAnswer(HttpFailure said) {
    return byItsWords(
        said,
        RootLocale.format(
            "sent an error in place of its answer (with HTTP status %d): ", said.statusCode()));
  }

  /** For errors whose status says nothing: it was sent before the error, or is 200. */
  private DiagnosisException byItsWords(HttpFailure said, String otherwise) {
    String words = detail(said.body());
    if (NO_CREDIT.matcher(words).find()) {
      return failure(Reason.NOT_ACCEPTED, "has no credit left for this key: " + words, said);
    }
    if (RATE.matcher(words).find()) {
      return failure(Reason.RATE_LIMITED, "asks to be asked less often", said);
    }
    if (KEY.matcher(words).find()) {
      return failure(Reason.WRONG_KEY, "does not accept the key; " + keyAdvice(), null);
    }
    if (OVERFLOW.matcher(words).find()) {
      return tooLong(said, words);
    }
    if (NO_MODEL.matcher(words).find()) {
      return noModel(said);
    }
    if (MEMORY.matcher(words).find()) {
      return noMemory(words);
    }
    boolean ofTheQuestion = BAD_QUESTION.matcher(words).find();
    return failure(
        ofTheQuestion ? Reason.NOT_ACCEPTED : Reason.SERVER_ERROR, otherwise + words, said);
  }

  private DiagnosisException noStream(NotAStreamException sent) {
    return switch (sent.kind()) {
      case NOTHING -> failure(Reason.BROKE_OFF, "sent an empty answer; ask again", sent);
      case PAGE ->
          failure(
              Reason.UNEXPECTED,
              (sent.words().isEmpty() ? "" : "sent '" + shortened(sent.words()) + "': ")
                  + "what answers at that address is a web page and not a model's server; check the address, and whether a proxy or a login stands before it",
              sent);
      case JSON ->
          failure(
              Reason.UNEXPECTED,
              "sent plain JSON, all at once, although a stream was asked for; have the server or the gateway stream, or take one that does. It begins: "
                  + shortened(sent.words()),
              sent);
      case TEXT ->
          failure(
              Reason.UNEXPECTED,
              "sent something that is no model's answer: " + shortened(sent.words()),
              sent);
    };
  }

  /** The answer used up its tokens for reasoning and has no text. */
  DiagnosisException onlyThought(boolean certain) {
    return failure(
        Reason.ONLY_THOUGHT,
        (certain
                ? "spent all that it may write on thinking"
                : "used up all that it may write before it had written a word: it seems to think")
            + ", so there is no answer; let it write more with -Dai.answer-tokens=<tokens>, or have it not think with -Dai.thinking=off where it can do without",
        null);
  }

  /** Waiting does not help, so it is no server error. */
  private DiagnosisException noMemory(String words) {
    return failure(
        Reason.NOT_READY,
        "has too little memory for its model; take a smaller one, or free some. It said: "
            + shortened(words),
        null);
  }

  private DiagnosisException ofStatus(HttpFailure http) {
    String detail = detail(http.body());
    int status = http.statusCode();
    if (status == 401 || status == 403 || status == 400 && KEY.matcher(detail).find()) {
      // What the server says is left out, as a cause too: it may repeat the key.
      return failure(
          Reason.WRONG_KEY,
          RootLocale.format("does not accept the key (HTTP %d); %s", status, keyAdvice()),
          null);
    }
    if (status == 404) {
      return noModel(http);
    }
    if (OVERFLOW.matcher(detail).find() || status == 413) {
      return tooLong(http, detail);
    }
    if (NO_CREDIT.matcher(detail).find() && status < 500) {
      return failure(Reason.NOT_ACCEPTED, "has no credit left for this key: " + detail, http);
    }
    if (status == 408) {
      return failure(Reason.TIME_OUT, "gave up on its own model (HTTP 408): " + detail, http);
    }
    if (MEMORY.matcher(detail).find()) {
      return noMemory(detail);
    }
    if (status == 429) {
      return failure(Reason.RATE_LIMITED, "asks to be asked less often (HTTP 429).", http);
    }
    if (status >= 500) {
      return failure(
          Reason.SERVER_ERROR, RootLocale.format("failed (HTTP %d): %s.", status, detail), http);
    }
    if (NO_MODEL.matcher(detail).find()) {
      return noModel(http);
    }
    return failure(
        Reason.NOT_ACCEPTED,
        RootLocale.format("does not accept the question (HTTP %d): %s", status, detail),
        http);
  }

  private DiagnosisException tooLong(@Nullable Throwable cause, String detail) {
    return failure(
        Reason.CONTEXT_OVERFLOW,
        "cannot read the whole question at once; take a model that reads more, or give this one more with -Dai.context=<tokens>. It said: "
            + detail,
        cause);
  }

  private DiagnosisException noModel(@Nullable Throwable cause) {
    return failure(
        Reason.UNKNOWN_MODEL,
        RootLocale.format(
            "knows no model '%s'; name one that it has with -Dai.model=<name>, and check the address",
            served.model()),
        cause);
  }

  private String keyAdvice() {
    return served.keyVariable() == null
        ? "it seems to want one"
        : "check the environment variable " + served.keyVariable();
  }

  private DiagnosisException failure(Reason reason, String clause, @Nullable Throwable cause) {
    String sentence =
        RootLocale.format(
            "%s (model %s at %s) %s", served.diagnoser(), served.model(), served.server(), clause);
    return new DiagnosisException(
        reason,
        sentence.endsWith(".") || sentence.endsWith("?") ? sentence : sentence + ".",
        cause);
  }

  /** The message in a provider's JSON, or the beginning of what it sent. */
  private static String detail(String body) {
    return ServerError.in(body)
        .filter(error -> !error.message().isBlank())
        .map(error -> shortened(error.words()))
        .orElseGet(() -> shortened(body));
  }

  private static String shortened(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.isEmpty()) {
      return "it did not say why";
    }
    return Shorten.to(LONGEST_DETAIL, line);
  }

  private static @Nullable Throwable next(Throwable failure) {
    return failure.getCause() == failure ? null : failure.getCause();
  }
}
