package io.chaoschapters.diagnosis.semantic;

import io.chaoschapters.diagnosis.semantic.embedding.SentenceEncoder;
import io.chaoschapters.diagnosis.semantic.embedding.Vectors;
import io.chaoschapters.diagnosis.semantic.words.ComparedText;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How much a symptom is what nearly every fault ends in: clients wait or fail. It says less about
 * which fault it is.
 */
final class Consequences {
  private static final Pattern WORK =
      any(
          "\\b(?:requests?|operations?|calls?|transactions?|quer(?:y|ies)|statements?|writes?|"
              + "reads?|responses?|answers?|repl(?:y|ies)|pages?|messages?|orders?|jobs?|lookups?|"
              + "searches|clients?|users?|customers?|applications?|visitors?|callers?|work)\\b");
  private static final Pattern FARE =
      any(
          "\\b(?:fail\\w*|succe\\w+|answered|finish\\w*|complet\\w+|served|"
              + "time[ds]? ?out\\w*|within|percentile|percent of|latency|duration|"
              + "response times?|slow\\w*|quick\\w*|takes?|in time|error rate|errors?|"
              + "acknowledg\\w+|rate|last success|get through|waits? (?:no )?longer)\\b");

  private final List<float[]> general;
  private final List<float[]> answering;

  Consequences(SentenceEncoder encoder) {
    this.general = encoder.encode(lines("consequence.general"));
    this.answering = encoder.encode(lines("consequence.answering"));
  }

  private static Pattern any(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  private static List<String> lines(String key) {
    return List.of(ComparedText.get(key).split("\n"));
  }

  /** Likeness to what users notice of nearly any fault. */
  double likeness(float[] symptom) {
    return Vectors.closest(symptom, general);
  }

  /** Likeness to a statement that components answer, which a component's state says better. */
  double answering(float[] statement) {
    return Vectors.closest(statement, answering);
  }

  /** Whether the words are about how requests fare: 0, 0.5 or 1. */
  static double fare(String words) {
    boolean fares = FARE.matcher(words).find();
    return (fares ? 0.5 : 0) + (fares && WORK.matcher(words).find() ? 0.5 : 0);
  }
}
