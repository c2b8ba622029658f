package io.chaoschapters.diagnosis.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a model is shown for one question.
 *
 * @param parts in order; neighbours of one role are one message
 * @param schema the JSON Schema that its answer is held to, or null for none
 */
record Prompt(List<Part> parts, @Nullable String schema) {

  /** Who says something. */
  enum Role {
    SYSTEM,
    USER,
    MODEL
  }

  /** What a text may hold. */
  enum Kind {
    /** No term of the glossary. */
    TEXT,
    /** Terms of the glossary and their definitions. */
    GLOSSARY,
    /** Anything: the model said it itself. */
    QUOTED
  }

  /** A stretch of text. */
  record Part(Role role, Kind kind, String text) {}

  /** A message as a model's server takes it. */
  record Message(Role role, String text) {}

  Prompt {
    parts = List.copyOf(parts);
  }

  /** A prompt that goes on where this one and its answer ended. */
  Prompt then(Part... more) {
    return new Prompt(Stream.concat(parts.stream(), Stream.of(more)).toList(), schema);
  }

  List<Message> messages() {
    List<Message> messages = new ArrayList<>();
    for (Part part : parts) {
      int last = messages.size() - 1;
      if (last >= 0 && messages.get(last).role() == part.role()) {
        messages.set(last, new Message(part.role(), messages.get(last).text() + part.text()));
      } else {
        messages.add(new Message(part.role(), part.text()));
      }
    }
    return messages;
  }

  /** The texts of a kind, for the leak check. */
  String of(Kind kind) {
    return parts.stream()
        .filter(part -> part.kind() == kind)
        .map(Part::text)
        .collect(Collectors.joining("\n"));
  }

  /** All of it, as it is kept with the answer. */
  String text() {
    String messages =
        messages().stream()
            .map(m -> "[" + m.role().name().toLowerCase(Locale.ROOT) + "]\n" + m.text().strip())
            .collect(Collectors.joining("\n\n"));
    return schema == null ? messages : messages + "\n\n[schema]\n" + schema.strip();
  }
}
