package io.chaoschapters.metrics.exposition;

import io.chaoschapters.text.Shorten;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A cursor over the bytes of an exposition, with what its formats have in common. Nothing but label
 * values and help is text; everything else is ASCII, so a character is a byte here.
 */
final class ExpositionCursor {
  static final char END = '\0';

  private static final int LONGEST_PROBLEM = 200;

  private final String bytes;
  private final List<ExposedSample> samples = new ArrayList<>();
  private int position;

  /** Where the present line begins, and its number. */
  private int lineStart;

  private int line = 1;

  /** Which lines of samples are read. */
  private final Predicate<String> wanted;

  ExpositionCursor(byte[] exposition, Predicate<String> wanted) {
    this.bytes = new String(exposition, StandardCharsets.ISO_8859_1);
    this.wanted = wanted;
  }

  /** {@link #END} behind the last byte, and for a byte 0, which Prometheus takes for the end. */
  char peek() {
    return position < bytes.length() ? bytes.charAt(position) : END;
  }

  boolean isAtEnd() {
    return position == bytes.length();
  }

  boolean isAt(String text) {
    return bytes.startsWith(text, position);
  }

  /** Skips a text, if it is here. */
  boolean skip(String text) {
    boolean here = isAt(text);
    position += here ? text.length() : 0;
    return here;
  }

  /** Whether there were any. */
  boolean skipBlanks() {
    int start = position;
    while (peek() == ' ' || peek() == '\t') {
      position++;
    }
    return position > start;
  }

  /** Moves to the next line. */
  void endLine() throws ExpositionException {
    if (position - lineStart > ExpositionParser.MAX_LINE_LENGTH) {
      throw problem("is longer than " + ExpositionParser.MAX_LINE_LENGTH + " characters");
    }
    if (peek() == '\n') {
      position++;
      line++;
    }
    lineStart = position;
  }

  /** Skips to the end of the line if no query wants its sample. */
  boolean skipUnwanted() {
    int start = position;
    String text = takeLine();
    if (!wanted.test(text) && isWhole(text)) {
      return true;
    }
    position = start;
    return false;
  }

  /** A label's value may go on in the next line; then this one's quotes do not pair. */
  private static boolean isWhole(String line) {
    return line.indexOf('\\') < 0 && line.chars().filter(c -> c == '"').count() % 2 == 0;
  }

  /** The rest of the line. */
  String takeLine() {
    int start = position;
    int newline = bytes.indexOf('\n', position);
    position = newline < 0 ? bytes.length() : newline;
    return bytes.substring(start, position);
  }

  /** What comes up to one of some characters, a byte 0 or the end. */
  String takeUntil(String characters) {
    int start = position;
    while (peek() != END && characters.indexOf(peek()) < 0) {
      position++;
    }
    return bytes.substring(start, position);
  }

  String takeMetricName() {
    return takeName(true);
  }

  String takeLabelName() {
    return takeName(false);
  }

  private String takeName(boolean ofMetric) {
    int start = position;
    while (isLetter(peek(), ofMetric) || (position > start && peek() >= '0' && peek() <= '9')) {
      position++;
    }
    return bytes.substring(start, position);
  }

  private static boolean isLetter(char c, boolean ofMetric) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (ofMetric && c == ':');
  }

  /** A label's value with its quotes. */
  String takeQuoted(boolean linesMayEnd) throws ExpositionException {
    if (!skip("\"")) {
      throw problem("has no '\"' at column " + column());
    }
    int start = position;
    int began = line;
    while (peek() != '"') {
      boolean escape = peek() == '\\';
      position += escape ? 1 : 0;
      if (isAtEnd() || (peek() == '\n' && (escape || !linesMayEnd))) {
        throw new ExpositionException(began, "has a label value without a closing quote");
      }
      line += peek() == '\n' ? 1 : 0;
      position++;
    }
    String value = text(bytes.substring(start, position), "has a label value that is not UTF-8");
    position++;
    return unescaped(value);
  }

  /** What is no escape stays as it is written. */
  private static String unescaped(String value) {
    if (value.indexOf('\\') < 0) {
      return value;
    }
    var text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      char next = i + 1 < value.length() ? value.charAt(i + 1) : END;
      if (c == '\\' && (next == '\\' || next == '"' || next == 'n')) {
        text.append(next == 'n' ? '\n' : next);
        i++;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** Bytes as text. */
  String text(String part, String problem) throws ExpositionException {
    try {
      byte[] raw = part.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      throw problem(problem);
    }
  }

  double number(String text) throws ExpositionException {
    return Floats.parse(text).orElseThrow(() -> problem("has no number as its value"));
  }

  /** Keeps a sample. */
  void add(String metric, Labels labels, double value, Optional<Long> timestamp)
      throws ExpositionException {
    if (samples.size() == ExpositionParser.MAX_SAMPLES) {
      throw problem("is beyond the limit of " + ExpositionParser.MAX_SAMPLES + " samples");
    }
    samples.add(
        new ExposedSample(
            metric,
            labels.byName(),
            value,
            timestamp.map(OptionalLong::of).orElseGet(OptionalLong::empty)));
  }

  List<ExposedSample> samples() {
    return samples;
  }

  /** The labels of one sample. One that is empty is none, however often it is there. */
  final class Labels {
    private final Map<String, String> byName = new TreeMap<>();
    private final Set<String> empty = new HashSet<>();
    private final Set<String> twice = new TreeSet<>();

    void put(String name, String value) {
      boolean isName = name.equals(Names.METRIC_NAME);
      if (value.isEmpty() && !isName) {
        empty.add(name);
      } else if (isName || byName.put(name, value) != null) {
        twice.add(name);
      }
    }

    private Map<String, String> byName() throws ExpositionException {
      twice.removeAll(empty);
      if (!twice.isEmpty()) {
        throw problem("has the label '" + twice.iterator().next() + "' twice");
      }
      byName.keySet().removeAll(empty);
      return byName;
    }
  }

  int column() {
    return position - lineStart + 1;
  }

  ExpositionException problem(String what) {
    return new ExpositionException(line, Shorten.to(LONGEST_PROBLEM, what));
  }
}
