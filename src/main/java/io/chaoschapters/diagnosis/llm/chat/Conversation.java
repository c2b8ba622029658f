package io.chaoschapters.diagnosis.llm.chat;

import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Provenance.Ending;
import io.chaoschapters.diagnosis.evidence.CoreText;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * All questions that are asked about one piece of evidence. Each prompt is checked for leaks before
 * it is sent, and kept; tokens are added up.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Conversation {
  private final Inquiry inquiry;
  private final ModelClient model;
  private final RetryPolicy patience;
  private final Deadline deadline;
  private final List<String> prompts = new ArrayList<>();
  private final UsedTokens tokens = new UsedTokens();
  private String answer = "";
  private Ending ending = Ending.COMPLETE;
  private boolean thoughtIsTold;

  public Conversation(Inquiry inquiry, ModelClient model, RetryPolicy patience, Deadline deadline) {
    this.inquiry = inquiry;
    this.model = model;
    this.patience = patience;
    this.deadline = deadline;
  }

  public Evidence evidence() {
    return inquiry.evidence();
  }

  public Inquiry inquiry() {
    return inquiry;
  }

  /** Asks the model. */
  public Reply ask(Prompt prompt) {
    admit(prompt);
    Reply reply =
        patience.ask(() -> model.ask(prompt, inquiry::text, deadline), deadline, inquiry::note);
    tokens.add(reply.promptTokens(), reply.answerTokens());
    answer = reply.text();
    ending = reply.ending();
    if (reply.thought() && !thoughtIsTold) {
      thoughtIsTold = true;
      inquiry.note(RootLocale.format(CoreText.get("llm.thought"), model.name()));
    }
    return reply;
  }

  /** The model's likelihoods, with the same care; empty where its server does not tell them. */
  public Optional<Likelihoods> likelihoods() {
    return model
        .likelihoods()
        .map(
            likelihoods ->
                (prompt, most, until) -> {
                  admit(prompt);
                  Likelihoods.Guess guess =
                      patience.ask(
                          () -> likelihoods.first(prompt, most, until), deadline, inquiry::note);
                  tokens.add(guess.promptTokens(), 1);
                  return guess;
                });
  }

  /** Tokens read so far; 0 while they are not counted. */
  public int tokensRead() {
    Integer read = tokens.prompt();
    return read == null ? 0 : read;
  }

  /** The deadline of the last question. */
  public Deadline deadline() {
    return deadline;
  }

  /** What is kept as the raw answer, for methods that do not take it from {@link #ask}. */
  public void conclude(String raw) {
    answer = raw;
    ending = Ending.COMPLETE;
  }

  /** The provenance of the answer; the cost is added by the caller. */
  public Provenance provenance(String diagnoser, String version, @Nullable Price price) {
    double seconds = (deadline.allowed().toNanos() - deadline.left().toNanos()) / 1e9;
    return new Provenance(
        diagnoser,
        version,
        seconds,
        tokens.prompt(),
        tokens.answer(),
        price == null ? null : price.of(tokens.prompt(), tokens.answer()),
        String.join("\n\n---\n\n", prompts),
        answer,
        ending,
        Math.max(1, prompts.size()),
        null);
  }

  private void admit(Prompt prompt) {
    String schema = prompt.schema() == null ? "" : prompt.schema();
    inquiry.requireNoLeak(
        prompt.of(Prompt.Kind.TEXT), prompt.of(Prompt.Kind.GLOSSARY) + "\n" + schema);
    prompts.add(prompt.text());
  }
}
