package io.chaoschapters.metrics.exposition;

import java.util.List;
import java.util.Optional;

/**
 * The text format 0.0.4: {@code name{label="value",…} value [milliseconds]}.
 *
 * <p>The grammar is that of the parser of Prometheus 2.42, which is looser than the documentation
 * between the parts of a line and stricter at its ends.
 */
final class TextFormat {
  private static final List<String> TYPES =
      List.of("counter", "gauge", "histogram", "summary", "untyped");

  private final ExpositionCursor cursor;

  TextFormat(ExpositionCursor cursor) {
    this.cursor = cursor;
  }

  List<ExposedSample> parse() throws ExpositionException {
    while (true) {
      boolean indented = cursor.skipBlanks();
      if (cursor.peek() == ExpositionCursor.END) {
        return cursor.samples();
      }
      if (cursor.skip("#")) {
        comment();
      } else if (cursor.peek() != '\n' && !cursor.skipUnwanted()) {
        sample(indented);
      }
      cursor.endLine();
    }
  }

  private void comment() throws ExpositionException {
    boolean apart = cursor.skipBlanks();
    if (apart && isWord("HELP")) {
      String help = meta("HELP");
      cursor.text(help, "has a help text that is not UTF-8");
    } else if (apart && isWord("TYPE")) {
      String type = meta("TYPE");
      if (!TYPES.contains(type)) {
        throw cursor.problem("has a type that is none of " + String.join(", ", TYPES));
      }
    } else {
      cursor.takeLine();
    }
  }

  private boolean isWord(String word) {
    return cursor.skip(word + " ") || cursor.skip(word + "\t");
  }

  /** The text behind a metric's name, without the character that parts it from the name. */
  private String meta(String word) throws ExpositionException {
    cursor.skipBlanks();
    if (cursor.takeMetricName().isEmpty()) {
      throw cursor.problem("has no metric name after " + word);
    }
    String text = cursor.takeLine();
    return text.isBlank() ? "" : text.substring(1);
  }

  private void sample(boolean indented) throws ExpositionException {
    String metric = cursor.takeMetricName();
    if (metric.isEmpty() || indented) {
      throw cursor.problem("does not begin with a metric name");
    }
    cursor.skipBlanks();
    var labels = cursor.new Labels();
    if (cursor.skip("{")) {
      takeLabels(labels);
      cursor.skipBlanks();
    }
    double value = cursor.number(cursor.takeUntil("{ \t\n"));
    cursor.skipBlanks();
    Optional<Long> timestamp = Optional.empty();
    if (cursor.peek() != '\n' && !cursor.isAtEnd()) {
      timestamp = Optional.of(timestamp(cursor.takeUntil(" \t\n")));
      cursor.skipBlanks();
      requireEndOfLine();
    }
    cursor.add(metric, labels, value, timestamp);
  }

  private void takeLabels(ExpositionCursor.Labels labels) throws ExpositionException {
    cursor.skipBlanks();
    while (!cursor.skip("}")) {
      String label = cursor.takeLabelName();
      if (label.isEmpty()) {
        throw cursor.problem("has no label name at column " + cursor.column());
      }
      cursor.skipBlanks();
      if (!cursor.skip("=")) {
        throw cursor.problem("has no '=' at column " + cursor.column());
      }
      cursor.skipBlanks();
      labels.put(label, cursor.takeQuoted(true));
      cursor.skipBlanks();
      if (cursor.skip(",")) {
        cursor.skipBlanks();
      }
    }
  }

  private long timestamp(String text) throws ExpositionException {
    try {
      if (text.matches("\\d+")) {
        return Long.parseLong(text);
      }
    } catch (NumberFormatException e) {
      throw cursor.problem("has a timestamp that is too large");
    }
    throw cursor.problem("has a timestamp that is not in whole milliseconds");
  }

  private void requireEndOfLine() throws ExpositionException {
    if (cursor.peek() != '\n' && !cursor.isAtEnd()) {
      throw cursor.problem("has text after its end, at column " + cursor.column());
    }
  }
}
