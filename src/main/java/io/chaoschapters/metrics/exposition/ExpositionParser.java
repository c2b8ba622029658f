package io.chaoschapters.metrics.exposition;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Reads what a target shows as a Prometheus 2.42 does, in the format that its content type names:
 * OpenMetrics, or else the text format. What that Prometheus does not understand is not understood
 * here: a target must not be up with the one and down with the other.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition
 *     formats</a>
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ExpositionParser {

  static final int MAX_LINE_LENGTH = 16 * 1024;
  static final int MAX_SAMPLES = 50_000;

  private static final String OPEN_METRICS = "application/openmetrics-text";
  private static final String PROTOBUF = "application/vnd.google.protobuf";
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9a-zA-Z-]+";
  private static final Pattern PARAMETER =
      Pattern.compile(
          "\\s*;\\s*(?<name>" + TOKEN + ")\\s*=\\s*(?:" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*\")\\s*");

  private ExpositionParser() {}

  /**
   * The samples of an exposition that are wanted, in its order; other lines are not read.
   *
   * @param contentType as the target says, parameters included; may be empty
   * @param wanted whether a line is
   * @throws ExpositionException at the first line that is not understood or exceeds a bound
   */
  public static List<ExposedSample> parse(
      byte[] exposition, String contentType, Predicate<String> wanted) throws ExpositionException {
    var cursor = new ExpositionCursor(exposition, wanted);
    return switch (mediaType(contentType)) {
      case OPEN_METRICS -> new OpenMetricsFormat(cursor).parse();
      case PROTOBUF -> throw cursor.problem("is in the protobuf format, which is not read here");
      default -> new TextFormat(cursor).parse();
    };
  }

  /** All samples of what is in the text format. */
  public static List<ExposedSample> parse(String exposition) throws ExpositionException {
    return parse(exposition.getBytes(StandardCharsets.UTF_8), "", line -> true);
  }

  /** The media type without parameters; empty when they are malformed, as in Prometheus. */
  private static String mediaType(String contentType) {
    int end = contentType.indexOf(';');
    String type = end < 0 ? contentType : contentType.substring(0, end);
    String parameters = end < 0 ? "" : contentType.substring(end);
    var names = new HashSet<String>();
    Matcher next = PARAMETER.matcher(parameters);
    int read = 0;
    while (next.find(read) && next.start() == read) {
      if (!names.add(next.group("name").toLowerCase(Locale.ROOT))) {
        return "";
      }
      read = next.end();
    }
    String rest = parameters.substring(read).strip();
    return rest.isEmpty() || rest.equals(";") ? type.strip().toLowerCase(Locale.ROOT) : "";
  }
}
