package io.chaoschapters.diagnosis.llm.chat;

import dev.langchain4j.agent.tool.ToolSpecification;
import io.chaoschapters.diagnosis.llm.chat.Reply.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * All that a model is shown for one question.
 *
 * @param parts in order; neighbors of one role are one message
 * @param schema the JSON Schema that its answer is held to, or null for none
 * @param tools what it may use before it answers
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Prompt(List<Part> parts, @Nullable String schema, List<ToolSpecification> tools) {

  /** The role of a message. */
  public enum Role {
    SYSTEM,
    USER,
    MODEL,
    /** What a tool gave back that the model used. */
    TOOL
  }

  /** What a text may hold. */
  public enum Kind {
    /** No term of the glossary. */
    TEXT,
    /** Terms of the glossary and their definitions. */
    GLOSSARY,
    /** Anything: the model said it itself. */
    QUOTED
  }

  /**
   * A stretch of text.
   *
   * @param call the call that the model made, or that a tool answers; null for plain text
   */
  public record Part(Role role, Kind kind, String text, @Nullable ToolCall call) {
    public Part(Role role, Kind kind, String text) {
      this(role, kind, text, null);
    }

    /** The model's wish to use a tool. */
    public static Part call(ToolCall call) {
      return new Part(Role.MODEL, Kind.QUOTED, "", call);
    }

    /** What the tool gave back. */
    public static Part result(ToolCall call, String text) {
      return new Part(Role.TOOL, Kind.TEXT, text, call);
    }
  }

  /** A message as a model's server takes it; only the model makes several calls in one. */
  public record Message(Role role, String text, List<ToolCall> calls) {
    private Message and(Part part) {
      List<ToolCall> all = new ArrayList<>(calls);
      Optional.ofNullable(part.call()).ifPresent(all::add);
      return new Message(role, text + part.text(), all);
    }
  }

  public Prompt {
    parts = List.copyOf(parts);
    tools = List.copyOf(tools);
  }

  /** A prompt without tools. */
  public Prompt(List<Part> parts, @Nullable String schema) {
    this(parts, schema, List.of());
  }

  /** A prompt that continues this one and its answer. */
  public Prompt then(List<Part> more) {
    return new Prompt(Stream.concat(parts.stream(), more.stream()).toList(), schema, tools);
  }

  /** Returns a copy with another schema and other tools. */
  public Prompt with(@Nullable String otherSchema, List<ToolSpecification> otherTools) {
    return new Prompt(parts, otherSchema, otherTools);
  }

  public List<Message> messages() {
    List<Message> messages = new ArrayList<>();
    for (Part part : parts) {
      int last = messages.size() - 1;
      boolean goesOn =
          last >= 0 && messages.get(last).role() == part.role() && part.role() != Role.TOOL;
      if (goesOn) {
        messages.set(last, messages.get(last).and(part));
      } else {
        messages.add(new Message(part.role(), "", List.of()).and(part));
      }
    }
    return messages;
  }

  /** The texts of a kind, for the leak check. */
  public String of(Kind kind) {
    return parts.stream()
        .filter(part -> part.kind() == kind)
        .map(Part::text)
        .collect(Collectors.joining("\n"));
  }

  /** All of it, as it is kept with the answer. */
  public String text() {
    String messages = messages().stream().map(Prompt::words).collect(Collectors.joining("\n\n"));
    return schema == null ? messages : messages + "\n\n[schema]\n" + schema.strip();
  }

  private static String words(Message message) {
    String calls =
        message.calls().stream()
            .map(call -> call.name() + " " + call.arguments() + "\n")
            .collect(Collectors.joining());
    String role = message.role().name().toLowerCase(Locale.ROOT);
    return ("[" + role + "]\n" + calls + message.text().strip()).strip();
  }
}
