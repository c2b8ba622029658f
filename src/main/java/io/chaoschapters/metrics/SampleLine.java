package io.chaoschapters.metrics;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** A cursor over one sample line: {@code name{label="value",…} value [timestamp]}. */
final class SampleLine {

  private static final char END = '\0';

  private final String line;
  private final int number;
  private int position;

  SampleLine(String line, int number) {
    this.line = line;
    this.number = number;
  }

  ExposedSample parse() throws ExpositionException {
    String metric = takeName();
    if (!Names.isMetric(metric)) {
      throw problem("does not begin with a metric name");
    }
    skipBlanks();
    Map<String, String> labels = peek() == '{' ? takeLabels() : Map.of();
    String[] rest = line.substring(position).strip().split("[ \t]+");
    if (rest.length > 2) {
      throw problem("has text after the timestamp");
    }
    double value = Floats.parse(rest[0]).orElseThrow(() -> problem("has no number as its value"));
    return new ExposedSample(
        metric, labels, value, rest.length == 2 ? timestamp(rest[1]) : OptionalLong.empty());
  }

  private Map<String, String> takeLabels() throws ExpositionException {
    var labels = new TreeMap<String, String>();
    position++;
    skipBlanks();
    while (peek() != '}') {
      String label = takeName();
      if (!Names.isLabel(label)) {
        throw problem("has no label name at column " + (position + 1));
      }
      take('=');
      take('"');
      if (labels.put(label, takeQuoted()) != null) {
        throw problem("has the label '" + label + "' twice");
      }
      skipBlanks();
      if (peek() == ',') {
        position++;
        skipBlanks();
      } else if (peek() != '}') {
        throw problem("has no ',' or '}' at column " + (position + 1));
      }
    }
    position++;
    return labels;
  }

  private String takeQuoted() throws ExpositionException {
    var text = new StringBuilder();
    while (true) {
      if (position == line.length()) {
        throw problem("has a label value without a closing quote");
      }
      char c = line.charAt(position++);
      if (c == '"') {
        return text.toString();
      }
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char escaped = peek();
      switch (escaped) {
        case '\\', '"' -> text.append(escaped);
        case 'n' -> text.append('\n');
        default -> throw problem("has an unknown escape at column " + position);
      }
      position++;
    }
  }

  private OptionalLong timestamp(String text) throws ExpositionException {
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw problem("has a timestamp that is not in whole milliseconds");
    }
  }

  private String takeName() {
    int start = position;
    while (Character.isLetterOrDigit(peek()) || peek() == '_' || peek() == ':') {
      position++;
    }
    return line.substring(start, position);
  }

  private void take(char expected) throws ExpositionException {
    skipBlanks();
    if (peek() != expected) {
      throw problem("has no '" + expected + "' at column " + (position + 1));
    }
    position++;
  }

  private void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      position++;
    }
  }

  private char peek() {
    return position < line.length() ? line.charAt(position) : END;
  }

  private ExpositionException problem(String what) {
    return new ExpositionException(number, what);
  }
}
