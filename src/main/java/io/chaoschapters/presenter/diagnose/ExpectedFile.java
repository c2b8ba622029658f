package io.chaoschapters.presenter.diagnose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.chaoschapters.chaos.experiment.Expectation;
import io.chaoschapters.diagnosis.evidence.InvalidEvidenceException;
import io.chaoschapters.subject.Glossary;
import io.chaoschapters.subject.Term;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What is right about evidence from elsewhere, in a file beside it that no diagnoser sees: {@code
 * {"anomaly": "node outage"}}, a list of terms for several at once, or {@code "none"}, as in an
 * experiment's {@code expect}.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ExpectedFile {
  static final String NAME = "expected.json";
  private static final String KEY = "anomaly";

  private ExpectedFile() {}

  /**
   * Reads it; empty when there is none.
   *
   * @throws InvalidEvidenceException when it does not say what is expected, or names no term of the
   *     glossary
   */
  public static Optional<Expectation> read(Path folder, Glossary glossary) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String words = String.join(" and ", anomalies(file));
    Optional<Expectation> expected = Expectation.parse(words, glossary);
    if (expected.isEmpty()) {
      throw new InvalidEvidenceException(
          RootLocale.format(
              "%s: '%s' is no term of the evidence's glossary (there are: %s, none, other, unsure).",
              file, words, String.join(", ", glossary.terms().stream().map(Term::name).toList())),
          null);
    }
    return expected;
  }

  private static List<String> anomalies(Path file) {
    List<String> anomalies = new ArrayList<>();
    try {
      JsonNode given = Json.read(Files.readString(file)).path(KEY);
      (given.isArray() ? given : List.of(given))
          .forEach(one -> anomalies.add(one.isTextual() ? one.textValue() : ""));
    } catch (JsonProcessingException e) {
      throw new InvalidEvidenceException(
          RootLocale.format("%s is not JSON: %s", file, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new InvalidEvidenceException(
          RootLocale.format("%s cannot be read: %s", file, Failure.words(e)), e);
    }
    if (anomalies.isEmpty() || anomalies.contains("")) {
      throw new InvalidEvidenceException(
          RootLocale.format(
              "%s does not say what is expected: write {\"%s\": \"<a term>\"}, or a list of terms.",
              file, KEY),
          null);
    }
    return anomalies;
  }
}
