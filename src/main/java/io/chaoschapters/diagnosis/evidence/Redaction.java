package io.chaoschapters.diagnosis.evidence;

import io.chaoschapters.diagnosis.evidence.Evidence.CourseEvent;
import java.util.List;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Takes out of log lines what names a place or opens a door: addresses, host names with a dot and a
 * port, keys, tokens and passwords. What is left still says what happened.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Redaction {
  private static final String ADDRESS = "<address>";
  private static final String TOKEN = "<token>";

  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)((?:\\b|_)(?:password|passwd|secret|token|api[_-]?key|authorization|credential)s?\\b[\"']?\\s*[=:]\\s*[\"']?(?:(?:bearer|basic)\\s+)?)[^\\s,;\"'})]+");
  private static final Pattern BEARER =
      Pattern.compile("(?i)\\b((?:bearer|basic)\\s+)[A-Za-z0-9._~+/=-]{8,}");
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
  private static final Pattern URL_HOST =
      Pattern.compile("\\b([a-z][a-z0-9+.-]*://)(?:[^\\s/@]+@)?[^\\s/:,;\"')\\]]+(?::\\d+)?");
  private static final Pattern IPV4 =
      Pattern.compile("(?<![\\d.])(?:\\d{1,3}\\.){3}\\d{1,3}(?::\\d{1,5})?(?![\\d.])");
  private static final Pattern IPV6 =
      Pattern.compile(
          "\\[?(?<![\\w:])(?:(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|(?:[0-9A-Fa-f]{1,4}:){1,6}(?::[0-9A-Fa-f]{1,4}){1,6}|::(?:[0-9A-Fa-f]{1,4}:){0,5}[0-9A-Fa-f]{1,4})(?![\\w:])\\]?(?::\\d{1,5})?");
  private static final Pattern HOST_AND_PORT =
      Pattern.compile(
          "\\b[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+:\\d{2,5}\\b|\\blocalhost(?::\\d{2,5})?\\b");

  /**
   * Long, without a space, of letters and digits mixed: it tells a reader nothing, and it may be a
   * key.
   */
  private static final Pattern OPAQUE =
      Pattern.compile("\\b(?=[A-Za-z0-9_-]*\\d)(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{24,}\\b=*");

  private Redaction() {}

  /** Returns a copy with its log lines redacted, those of the steady state included. */
  public static Evidence of(Evidence evidence) {
    Baseline baseline = evidence.baseline();
    return new Evidence(
        evidence.takenAt(),
        evidence.components(),
        evidence.violations(),
        evidence.signals(),
        lines(evidence.log()),
        evidence.course().stream()
            .map(event -> new CourseEvent(event.seconds(), line(event.words())))
            .toList(),
        new Baseline(baseline.takenAt(), baseline.components(), lines(baseline.log())),
        evidence.glossary());
  }

  /** A line without addresses and tokens. */
  public static String line(String text) {
    String redacted = SECRET.matcher(text).replaceAll("$1" + TOKEN);
    redacted = BEARER.matcher(redacted).replaceAll("$1" + TOKEN);
    redacted = URL_HOST.matcher(redacted).replaceAll("$1" + ADDRESS);
    redacted = EMAIL.matcher(redacted).replaceAll(ADDRESS);
    redacted = IPV4.matcher(redacted).replaceAll(ADDRESS);
    redacted = IPV6.matcher(redacted).replaceAll(ADDRESS);
    redacted = HOST_AND_PORT.matcher(redacted).replaceAll(ADDRESS);
    return OPAQUE.matcher(redacted).replaceAll(TOKEN);
  }

  private static List<LogEvidence> lines(List<LogEvidence> log) {
    return log.stream()
        .map(l -> new LogEvidence(l.component(), line(l.text()), l.count(), l.warning()))
        .toList();
  }
}
