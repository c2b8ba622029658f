package io.chaoschapters.docs;

import io.chaoschapters.run.EventTypes;
import io.chaoschapters.run.RunEvent;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes {@code docs/journal.md} from the records of the events and their comments. */
final class JournalDocument {
  static final Path FILE = Path.of("docs/journal.md");

  private static final Path SOURCES = Path.of("src/main/java/io/chaoschapters");
  private static final String HEAD =
      """
      # The journal

      A run writes `journal.jsonl` into its folder: one JSON object a line, as things happen, an intent before its action. A line is whole or missing: of a
      run that was cut off, only the last may be torn. This page is written from the records in `io.chaoschapters.run`, by
      `mvn test -Dtest=JournalDocumentTest -Djournal.document=update`.

      | field | holds |
      | --- | --- |
      | `sequence` | 1, 2, 3 … without gaps, unless the disk was full |
      | `at` | wall clock time, ISO 8601 in UTC |
      | `elapsed` | seconds since the run began, by a clock that never goes back |
      | `type` | what happened, see below |
      | `chapter` | the chapter that it belongs to, such as `03-counter-drift`, or null |
      | `data` | the event's own fields |

      Fields that may be missing are marked with `?`: missing means that there is no such thing, or that it is not known; never zero. Times are in seconds.
      Later versions may add fields and types; skip what you do not know.

      ## Three questions

      Which chapters did not pass, and why?

      ```sh
      jq -r 'select(.type == "CHAPTER_ENDED" and .data.verdict != "PASS") | [.chapter, .data.verdict, .data.reason] | @tsv' journal.jsonl
      ```

      How long did each violation last?

      ```sh
      jq -r 'select(.type == "VIOLATION_CLEARED") | [.chapter, .data.invariant, .data.seconds] | @tsv' journal.jsonl
      ```

      What else did the diagnoser consider, and why not?

      ```sh
      jq -r 'select(.type == "DIAGNOSIS_ANSWERED") | .chapter as $c | .data.alternatives[] | [$c, .term, .whyNot] | @tsv' journal.jsonl
      ```

      ## Events
      """;

  private final StringBuilder out = new StringBuilder(HEAD);
  private final Comments comments;

  private JournalDocument(Comments comments) {
    this.comments = comments;
  }

  static String text() throws IOException {
    try (Stream<Path> run = Files.list(SOURCES.resolve("run"))) {
      Stream<Path> files =
          Stream.concat(run, Stream.of(SOURCES.resolve("subject").resolve("Signal.java")));
      Comments comments =
          Comments.of(files.filter(file -> file.toString().endsWith(".java")).sorted().toList());
      return new JournalDocument(comments).write();
    }
  }

  private String write() {
    EventTypes.all().forEach(this::event);
    return out.toString();
  }

  private void event(String name, Class<? extends RunEvent> type) {
    out.append(RootLocale.format("%n### `%s`%n%n%s%n", name, inJson(comments.of(type))));
    if (type.getRecordComponents().length > 0) {
      out.append("\n| data | is | holds |\n| --- | --- | --- |\n");
      fields("", type);
    }
  }

  private void fields(String prefix, Class<?> type) {
    for (RecordComponent field : type.getRecordComponents()) {
      boolean optional = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
      out.append(
          RootLocale.format(
              "| `%s%s`%s | %s | %s |%n",
              prefix,
              field.getName(),
              optional ? " ?" : "",
              kind(field.getGenericType()),
              described(type, field.getName())));
      Class<?> element = element(field.getGenericType());
      if (element.isRecord()) {
        fields(prefix + field.getName() + "[].", element);
      }
    }
  }

  private String described(Class<?> type, String field) {
    String words = comments.of(type, field);
    if (words.isEmpty()) {
      throw new IllegalStateException(type + " says nothing of " + field);
    }
    return inJson(words);
  }

  /** What is null in a record is missing in the journal. */
  private static String inJson(String words) {
    return words.replaceAll("\\bnull\\b", "missing");
  }

  private static String kind(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      boolean list = Collection.class.isAssignableFrom((Class<?>) generic.getRawType());
      return (list ? "list of " : "object with ")
          + kind(last).replaceFirst("^one of .*", "words").replaceFirst("^number$", "numbers");
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isEnum()) {
      return "one of "
          + Arrays.stream(raw.getEnumConstants())
              .map(constant -> "`" + ((Enum<?>) constant).name() + "`")
              .collect(Collectors.joining(", "));
    }
    if (raw == String.class) {
      return "text";
    }
    boolean truth = raw == boolean.class || raw == Boolean.class;
    return raw.isRecord() ? "objects" : truth ? "true or false" : "number";
  }

  private static Class<?> element(Type type) {
    if (type instanceof ParameterizedType generic) {
      List<Type> arguments = List.of(generic.getActualTypeArguments());
      return (Class<?>) arguments.get(arguments.size() - 1);
    }
    return (Class<?>) type;
  }
}
