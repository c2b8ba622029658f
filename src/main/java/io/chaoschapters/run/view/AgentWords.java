package io.chaoschapters.run.view;

import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.run.AgentWork;
import io.chaoschapters.text.RootLocale;
import java.util.List;
import org.apiguardian.api.API;

/** What an agent does, as the audience reads it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AgentWords {
  private static final int KIBI = 1024;

  private AgentWords() {}

  /** A step in one line. */
  public static EventWords of(AgentEvent step) {
    if (step instanceof AgentEvent.Asked asked) {
      return new EventWords(
          "AGENT",
          RootLocale.format(
              "%s (%s): at most %.0f s, %d calls, %d KiB; %s",
              asked.agent(),
              asked.kind(),
              asked.mostSeconds(),
              asked.mostCalls(),
              asked.mostBytes() / KIBI,
              asked.isolation()));
    }
    if (step instanceof AgentEvent.Connected connected) {
      return new EventWords("CONNECTED", connected.agent() + " by " + connected.client());
    }
    if (step instanceof AgentEvent.Permission permission) {
      return new EventWords(
          permission.allowed() ? "ALLOWED" : "REFUSED",
          permission.agent() + " wanted: " + permission.wanted());
    }
    return called((AgentEvent.Called) step);
  }

  private static EventWords called(AgentEvent.Called call) {
    String what = RootLocale.format("%s %s %s", call.agent(), call.tool(), call.arguments());
    return call.refused() == null
        ? new EventWords(
            "CALLED",
            RootLocale.format("%s: %d bytes in %.0f ms", what, call.bytes(), call.seconds() * 1000))
        : new EventWords("REFUSED", what + ": " + call.refused());
  }

  /** How much of its budget is used up. */
  public static String spent(List<AgentEvent.Called> calls, AgentEvent.Asked budget) {
    List<AgentEvent.Called> made = calls.stream().filter(call -> call.refused() == null).toList();
    return RootLocale.format(
        "%d of %d calls, %d of %d KiB",
        made.size(),
        budget.mostCalls(),
        made.stream().mapToLong(AgentEvent.Called::bytes).sum() / KIBI,
        budget.mostBytes() / KIBI);
  }

  /** How it came to its answer, in one line. */
  public static String of(AgentWork work) {
    Double first = work.firstCallSeconds();
    String tools =
        work.usedNoTool()
            ? "used no tool"
            : RootLocale.format(
                "%d %s, %d bytes%s",
                work.calls(),
                work.calls() == 1 ? "call" : "calls",
                work.bytes(),
                first == null ? "" : RootLocale.format(", the first after %.1f s", first));
    String permissions =
        work.permissions() == 0
            ? ""
            : RootLocale.format("; asked for more than its tools %d times", work.permissions());
    String trajectory = work.trajectory() == null ? "" : "; every step: " + work.trajectory();
    return RootLocale.format(
        "%s agent, %s: %s%s; %s%s",
        work.kind(), work.ending().words(), tools, permissions, work.isolation(), trajectory);
  }
}
