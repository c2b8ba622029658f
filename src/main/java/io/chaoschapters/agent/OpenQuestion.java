package io.chaoschapters.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.agent.description.AgentLimits;
import io.chaoschapters.agent.process.Canary;
import io.chaoschapters.agent.tools.LookingTools;
import io.chaoschapters.agent.tools.ToolAnswer;
import io.chaoschapters.agent.tools.ToolDescription;
import io.chaoschapters.agent.tools.ToolService;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.diagnosis.answer.DiagnosisParser;
import io.chaoschapters.diagnosis.leak.LeakException;
import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Shorten;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A question that an agent works on: its budget, what it has done, and what it has handed in. */
final class OpenQuestion implements ToolService {
  /** This many refused uses of tools are tolerated; then the agent is stopped. */
  private static final int MOST_REFUSALS = 20;

  /** Tools that do not look at the system and do not count against the budget. */
  private static final Set<String> FREE = Set.of(ToolDescription.SUBMIT, ToolDescription.TASK);

  private static final int LONGEST_SHOWN = 160;
  private static final int LONGEST_KEPT = 16_000;

  private final String agent;
  private final String text;
  private final AgentLimits limits;
  private final Inquiry inquiry;
  private final LookingTools tools;
  private final Canary canary;
  private final Trajectory trajectory;
  private final QuestionEnd end;
  private final Set<String> clients = new LinkedHashSet<>();
  private int calls;
  private long bytes;
  private int refusals;
  private int permissions;
  private @Nullable Double firstCall;
  private @Nullable String submission;
  private @Nullable String unreadable;
  private @Nullable String tooMuch;
  private boolean peeked;
  private boolean closed;
  private @Nullable LeakException leak;

  OpenQuestion(
      String agent,
      String text,
      AgentLimits limits,
      Inquiry inquiry,
      Canary canary,
      Trajectory trajectory) {
    this.agent = agent;
    this.text = text;
    this.limits = limits;
    this.end = new QuestionEnd(limits.time());
    this.inquiry = inquiry;
    this.tools = new LookingTools(inquiry.view());
    this.canary = canary;
    this.trajectory = trajectory;
  }

  @Override
  public synchronized void connected(String client) {
    if (closed || !clients.add(client)) {
      return;
    }
    trajectory.write(trajectory.step("connected").put("client", client));
    inquiry.step(new AgentEvent.Connected(agent, shown(client)));
  }

  @Override
  public boolean offers(String tool) {
    return tools.offers(tool);
  }

  /** Runs one tool at a time, also when several clients ask at once. */
  @Override
  public synchronized ToolAnswer use(String tool, JsonNode arguments) {
    long start = System.nanoTime();
    String given = arguments.toString();
    look(given);
    ToolAnswer answer = answer(tool, arguments, given);
    long length = answer.text().getBytes(StandardCharsets.UTF_8).length;
    double seconds = (System.nanoTime() - start) / 1e9;
    if (closed) {
      return answer;
    }
    if (answer.refused() == null) {
      if (!FREE.contains(tool)) {
        calls++;
        bytes += length;
        firstCall = firstCall == null ? end.elapsed() : firstCall;
      }
    } else if (++refusals > MOST_REFUSALS) {
      tooMuch(RootLocale.format("it used tools in vain %d times", refusals));
    }
    tell(tool, given, answer, length, seconds);
    return answer;
  }

  private ToolAnswer answer(String tool, JsonNode arguments, String given) {
    if (closed) {
      return ToolAnswer.refusal("over", "This question is over.");
    }
    if (tool.equals(ToolDescription.SUBMIT)) {
      return submit(given);
    }
    if (submission != null) {
      return ToolAnswer.refusal("after the answer", "You have submitted your diagnosis.");
    }
    if (tool.equals(ToolDescription.TASK)) {
      return ToolAnswer.of(text, JsonNodeFactory.instance.objectNode().put("task", text));
    }
    if (isSpent()) {
      return ToolAnswer.refusal(
          "budget used up", "Your budget for tools is used up: submit your diagnosis now.");
    }
    return tools
        .use(tool, arguments)
        .map(this::checked)
        .orElseGet(() -> ToolAnswer.refusal("no such tool", "There is no such tool."));
  }

  private ToolAnswer checked(ToolAnswer answer) {
    String data = answer.data() == null ? "" : answer.data().toString();
    String all = answer.text() + "\n" + data;
    try {
      inquiry.requireNoLeak(answer.glossary() ? "" : all, answer.glossary() ? all : "");
      return answer;
    } catch (LeakException e) {
      leak = e;
      end.reached();
      return ToolAnswer.refusal("not shown", "This cannot be shown.");
    }
  }

  private ToolAnswer submit(String given) {
    if (submission != null) {
      return ToolAnswer.refusal(
          "submitted before", "You have submitted a diagnosis already, and the first one counts.");
    }
    Diagnosis read =
        new DiagnosisParser(inquiry.evidence().glossary())
            .parse(Provenance.of(agent, "", 0, "", given));
    if (read.verdict() == Verdict.INVALID) {
      unreadable = read.mechanism();
      return ToolAnswer.refusal(
          "unreadable",
          RootLocale.format("This was not accepted: %s. Submit it again.", read.mechanism()));
    }
    submission = given;
    end.reached();
    return ToolAnswer.of(
        "Thank you: your diagnosis was accepted.",
        JsonNodeFactory.instance.objectNode().put("accepted", true));
  }

  private void tell(String tool, String given, ToolAnswer answer, long length, double seconds) {
    ObjectNode line = trajectory.step("called").put("tool", tool);
    line.put("arguments", Shorten.to(LONGEST_KEPT, given)).put("bytes", length);
    line.put("sha256", Trajectory.digest(answer.text())).put("seconds", seconds);
    if (answer.refused() != null) {
      line.put("refused", answer.refused());
    }
    trajectory.write(line);
    inquiry.step(
        new AgentEvent.Called(
            agent,
            Shorten.to(LONGEST_SHOWN, tool),
            shown(given),
            length,
            seconds,
            answer.refused()));
  }

  /** The agent asks for something that is not ours to give. */
  synchronized void permission(String wanted, boolean allowed) {
    if (!allowed) {
      permissions++;
    }
    trajectory.write(
        trajectory
            .step("permission")
            .put("wanted", Shorten.to(LONGEST_KEPT, wanted))
            .put("allowed", allowed));
    inquiry.step(new AgentEvent.Permission(agent, shown(wanted), allowed));
  }

  /** The agent says something while it works. */
  synchronized void said(String text) {
    look(text);
    if (!closed) {
      inquiry.text(text);
    }
  }

  /** Looks for what only a peeking agent can know. */
  synchronized void look(String text) {
    if (canary.isIn(text)) {
      peeked = true;
    }
  }

  /** The agent takes more than it may have; the question is over. */
  synchronized void tooMuch(String why) {
    tooMuch = tooMuch == null ? why : tooMuch;
    end.reached();
  }

  /** Whatever is asked from now on is refused, and nothing is written any more. */
  synchronized void close() {
    closed = true;
    end.reached();
  }

  /** When it is over. */
  QuestionEnd end() {
    return end;
  }

  AgentLimits limits() {
    return limits;
  }

  Inquiry inquiry() {
    return inquiry;
  }

  Trajectory trajectory() {
    return trajectory;
  }

  synchronized boolean isAnswered() {
    return submission != null || closed;
  }

  synchronized boolean isConnected() {
    return !clients.isEmpty();
  }

  synchronized boolean hasPeeked() {
    return peeked;
  }

  synchronized int calls() {
    return calls;
  }

  synchronized long bytes() {
    return bytes;
  }

  synchronized int permissions() {
    return permissions;
  }

  synchronized @Nullable Double firstCall() {
    return firstCall;
  }

  synchronized @Nullable String submission() {
    return submission;
  }

  synchronized @Nullable String unreadable() {
    return unreadable;
  }

  synchronized @Nullable String overBudget() {
    return tooMuch;
  }

  synchronized void requireNoLeak() {
    if (leak != null) {
      throw leak;
    }
  }

  /** Whether it was told that its budget is used up. */
  synchronized boolean isSpent() {
    return calls >= limits.calls() || bytes >= limits.bytes();
  }

  private static String shown(String text) {
    return Shorten.to(LONGEST_SHOWN, text.replaceAll("\\s+", " "));
  }
}
