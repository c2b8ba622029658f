package io.chaoschapters.diagnosis.llm.method;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.evidence.CoreText;
import io.chaoschapters.diagnosis.evidence.SystemTools;
import io.chaoschapters.diagnosis.llm.chat.Conversation;
import io.chaoschapters.diagnosis.llm.chat.Prompt;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Kind;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Part;
import io.chaoschapters.diagnosis.llm.chat.Prompt.Role;
import io.chaoschapters.diagnosis.llm.chat.Reply;
import io.chaoschapters.diagnosis.llm.chat.Reply.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one prompt, and a few tools with which a capable model may look closer before it answers. The
 * number of turns, of calls and of tokens is bounded; the time is anyway. When a bound is reached,
 * the model has to answer with what it knows.
 */
final class LookCloser implements AskingMethod {
  static final int MOST_TURNS = 6;
  static final int MOST_CALLS = 12;
  static final int MOST_TOKENS = 60_000;

  @Override
  public String version() {
    return "look-closer 1";
  }

  @Override
  public Diagnosis diagnose(Conversation conversation) {
    Prompt plain = OnePrompt.prompt(conversation.evidence());
    Optional<SystemTools> tools = conversation.inquiry().tools();
    if (tools.isEmpty()) {
      return OnePrompt.readOrRepair(conversation.ask(plain), plain, conversation);
    }
    ToolBox box = new ToolBox(tools.get(), conversation.inquiry()::note);
    // Not every provider takes tools and a schema at once.
    Prompt prompt = new Prompt(introduced(plain.parts()), null, ToolBox.SPECIFICATIONS);
    for (int turn = 1; ; turn++) {
      Reply reply = conversation.ask(prompt);
      if (reply.calls().isEmpty()) {
        return OnePrompt.readOrRepair(reply, prompt.with(plain.schema(), List.of()), conversation);
      }
      boolean last =
          turn == MOST_TURNS
              || box.calls() + reply.calls().size() > MOST_CALLS
              || conversation.tokensRead() > MOST_TOKENS;
      prompt = prompt.then(answered(reply, box, last));
      if (last) {
        Prompt closing = prompt.with(plain.schema(), List.of());
        return OnePrompt.readOrRepair(conversation.ask(closing), closing, conversation);
      }
    }
  }

  private static List<Part> introduced(List<Part> parts) {
    List<Part> all = new ArrayList<>(parts);
    all.add(new Part(Role.USER, Kind.TEXT, "\n" + CoreText.get("llm.tools")));
    return all;
  }

  /** Every call gets an answer, because servers insist on that; the last ones are not made. */
  private static List<Part> answered(Reply reply, ToolBox box, boolean last) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part(Role.MODEL, Kind.QUOTED, reply.text()));
    reply.calls().forEach(call -> parts.add(Part.call(call)));
    for (ToolCall call : reply.calls()) {
      parts.add(Part.result(call, last ? CoreText.get("llm.tools.enough") : box.use(call)));
    }
    if (last) {
      parts.add(new Part(Role.USER, Kind.TEXT, CoreText.get("llm.tools.answer")));
    }
    return parts;
  }
}
