package io.chaoschapters.report.baseline;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * What must agree so that trials can be compared.
 *
 * @param subject the subject's id
 * @param source where the evidence is from: live trials, or a folder of saved evidence
 * @param experiments a digest of the content of each, by name
 * @param glossary a digest of the terms and their definitions
 * @param observed a digest of what is observed: signals and invariants
 * @param diagnoser who was asked
 * @param diagnoserVersion its method and model
 * @param asking the settings that change how it is asked
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Comparability(
    String subject,
    Source source,
    Map<String, String> experiments,
    String glossary,
    String observed,
    String diagnoser,
    String diagnoserVersion,
    String asking) {
  /** Sorts the experiments, so that a file always looks the same. */
  public Comparability {
    experiments = Collections.unmodifiableMap(new TreeMap<>(experiments));
  }

  /** The origin of the evidence. */
  public enum Source {
    /** Each trial performed its experiment. */
    LIVE_TRIALS,
    /** It was read from files. */
    SAVED_EVIDENCE
  }
}
