package io.chaoschapters.run.view;

import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.run.AnswerMarks;
import io.chaoschapters.run.DiagnosisEvent;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A question to a diagnoser, and its answer.
 *
 * @param asked who was asked, and what they were shown
 * @param text the answer as it streams in; of a long one the end
 * @param answer the answer; null until it is there
 * @param rejected how it differs from what the chapter expects; null when it does not, or when that
 *     is not known
 * @param steps what an agent did on the way, in order; empty for other diagnosers
 * @param since when the question or the answer came, in seconds since the run started
 * @param onRequest whether the presenter asked for it
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record DiagnosisView(
    DiagnosisEvent.Asked asked,
    String text,
    DiagnosisEvent.@Nullable Answered answer,
    DiagnosisEvent.@Nullable Rejected rejected,
    List<AgentEvent> steps,
    double since,
    boolean onRequest) {
  private static final int LONGEST_TEXT = 20_000;

  public DiagnosisView {
    steps = List.copyOf(steps);
  }

  static DiagnosisView of(DiagnosisEvent.Asked asked, double at, boolean onRequest) {
    return new DiagnosisView(asked, "", null, null, List.of(), at, onRequest);
  }

  DiagnosisView after(DiagnosisEvent event, double at) {
    if (event instanceof DiagnosisEvent.Text piece) {
      String all = text + piece.text();
      String kept = all.substring(Math.max(0, all.length() - LONGEST_TEXT));
      return new DiagnosisView(asked, kept, answer, rejected, steps, since, onRequest);
    }
    if (event instanceof DiagnosisEvent.Answered given) {
      return new DiagnosisView(asked, text, given, rejected, steps, at, onRequest);
    }
    if (event instanceof DiagnosisEvent.Rejected difference) {
      return new DiagnosisView(asked, text, answer, difference, steps, at, onRequest);
    }
    return this;
  }

  /** After a step of an agent. */
  DiagnosisView after(AgentEvent step) {
    List<AgentEvent> all = new ArrayList<>(steps);
    all.add(step);
    return new DiagnosisView(asked, text, answer, rejected, all, since, onRequest);
  }

  /** What the agent may use; null when no agent was asked. */
  public AgentEvent.@Nullable Asked budget() {
    return steps.stream()
        .filter(AgentEvent.Asked.class::isInstance)
        .map(AgentEvent.Asked.class::cast)
        .findFirst()
        .orElse(null);
  }

  /** How often an agent has used tools, and been refused. */
  public List<AgentEvent.Called> calls() {
    return steps.stream()
        .filter(AgentEvent.Called.class::isInstance)
        .map(AgentEvent.Called.class::cast)
        .toList();
  }

  /** What to know of the answer's evidence, in a few words; empty when there is nothing. */
  public String marks() {
    AnswerMarks marks = asked.marks();
    return marks == null ? "" : marks.words(answer == null ? List.of() : answer.terms());
  }

  /** The diagnoser. */
  public String diagnoser() {
    return asked.diagnoser();
  }
}
