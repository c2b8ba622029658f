package io.chaoschapters.metrics;

import io.chaoschapters.text.RootLocale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads the Prometheus text format 0.0.4.
 *
 * <p>It forgives white space, blank lines and carriage returns; as in Prometheus, any other line
 * that is not understood makes the whole exposition invalid.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition
 *     formats</a>
 */
final class ExpositionParser {

  static final int MAX_LINE_LENGTH = 16 * 1024;
  static final int MAX_SAMPLES = 50_000;

  private ExpositionParser() {}

  /**
   * All samples of an exposition, in its order.
   *
   * @throws ExpositionException at the first line that is not understood or exceeds a bound
   */
  static List<ExposedSample> parse(String exposition) throws ExpositionException {
    return parse(exposition, line -> true);
  }

  /**
   * The samples of an exposition that are wanted, in its order; other lines are not read.
   *
   * @param wanted whether a line is
   * @throws ExpositionException at the first line that is not understood or exceeds a bound
   */
  static List<ExposedSample> parse(String exposition, Predicate<String> wanted)
      throws ExpositionException {
    var samples = new ArrayList<ExposedSample>();
    int number = 0;
    for (int start = 0; start < exposition.length(); ) {
      int newline = exposition.indexOf('\n', start);
      int end = newline < 0 ? exposition.length() : newline;
      number++;
      if (end - start > MAX_LINE_LENGTH) {
        throw new ExpositionException(
            number, RootLocale.format("is longer than %d characters", MAX_LINE_LENGTH));
      }
      String line = exposition.substring(start, end).strip();
      if (!line.isEmpty() && line.charAt(0) != '#' && wanted.test(line)) {
        if (samples.size() == MAX_SAMPLES) {
          throw new ExpositionException(
              number, RootLocale.format("is beyond the limit of %d samples", MAX_SAMPLES));
        }
        samples.add(new SampleLine(line, number).parse());
      }
      start = end + 1;
    }
    return samples;
  }
}
