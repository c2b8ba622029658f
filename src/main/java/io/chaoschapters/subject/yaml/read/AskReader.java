package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.subject.file.NearMatch;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import io.chaoschapters.subject.yaml.ask.HttpQuestion;
import io.chaoschapters.subject.yaml.ask.Question;
import io.chaoschapters.subject.yaml.ask.TcpQuestion;
import io.chaoschapters.subject.yaml.ask.Template;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what is asked, and of whom. */
final class AskReader {
  static final String HTTP = "http";
  static final String TCP = "tcp";
  static final String COMMAND = "command";
  static final List<String> KINDS = List.of(HTTP, TCP, COMMAND);

  private static final Map<String, String> GO_WITH =
      Map.of("method", HTTP, "headers", HTTP, "body", HTTP, "pointer", HTTP, "send", TCP);

  private final Index index;

  AskReader(Index index) {
    this.index = index;
  }

  /**
   * A question.
   *
   * @param components ids of those that it can be asked of; empty when it names them itself
   */
  record Asked(Question question, List<String> components) {}

  /**
   * Reads one.
   *
   * @param kind the key that is there, of {@link #KINDS}
   * @param among the components that it is limited to; empty for no limit
   * @param until what an answer by TCP is read up to, or null
   * @param more further names that placeholders may have
   */
  Optional<Asked> read(
      Section at, String kind, List<String> among, @Nullable Pattern until, Set<String> more) {
    GO_WITH.forEach(
        (key, with) -> {
          boolean json = key.equals("pointer") && kind.equals(COMMAND);
          if (at.has(key) && !with.equals(kind) && !json) {
            at.wrong(
                key, RootLocale.format("'%s' goes with '%s', and here is '%s'.", key, with, kind));
          }
        });
    if (kind.equals(COMMAND)) {
      Question question = new CommandQuestion(Values.templates(at, COMMAND));
      index.check(at, COMMAND, question.templates(), among, more);
      return Optional.of(new Asked(question, among));
    }
    String text = String.valueOf(at.text(kind));
    int slash = text.indexOf('/');
    String name = slash < 0 ? text : text.substring(0, slash);
    String path = slash < 0 ? "/" : text.substring(slash);
    return port(at, kind, name, among)
        .map(
            port -> {
              List<String> of = among.isEmpty() ? index.withPort(port) : among;
              Question question = kind.equals(HTTP) ? http(at, port, path) : tcp(at, port, until);
              index.check(at, kind, question.templates(), of, more);
              return new Asked(question, of);
            });
  }

  private static Question http(Section at, String port, String path) {
    String body = at.text("body");
    String method = at.text("method");
    return new HttpQuestion(
        method != null ? method : body == null ? "GET" : "POST",
        port,
        new Template(path),
        Values.templatesByName(at.child("headers")),
        body == null ? null : new Template(body));
  }

  private static Question tcp(Section at, String port, @Nullable Pattern until) {
    String send = at.text("send");
    Pattern anything = send == null ? null : Pattern.compile("(?s).");
    return new TcpQuestion(
        port, send == null ? null : new Template(send), until == null ? anything : until);
  }

  /** The port that is named; where none is, the only one that the components have. */
  Optional<String> port(Section at, String key, String name, List<String> among) {
    List<String> of = among.isEmpty() ? index.ids() : among;
    List<String> known = of.stream().flatMap(id -> index.portsOf(id).stream()).distinct().toList();
    if (name.isEmpty() && known.size() == 1) {
      return Optional.of(known.get(0));
    }
    List<String> without = among.stream().filter(id -> !index.portsOf(id).contains(name)).toList();
    if (known.contains(name) && without.isEmpty()) {
      return Optional.of(name);
    }
    if (index.lacksSome()) {
      return Optional.empty();
    }
    at.wrong(
        key,
        name.isEmpty()
            ? RootLocale.format(
                "'%s': say which port, such as %s/path (known: %s).",
                key, known.isEmpty() ? "http" : known.get(0), words(known))
            : RootLocale.format(
                "'%s': %s no port '%s'%s (known: %s).",
                key,
                known.contains(name) ? without.get(0) + " has" : "there is",
                Words.quoted(name),
                NearMatch.hint(name, known),
                words(known)));
    return Optional.empty();
  }

  private static String words(List<String> known) {
    return known.isEmpty() ? "none" : String.join(", ", known);
  }
}
