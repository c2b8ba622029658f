package io.chaoschapters.diagnosis.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.Citation;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.EvidenceCases;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.text.RootLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundingTest {
  /** Admitted 200 of 100, rejected 0, shared count 200, sync age 0.3 s, 99th percentile 0.004 s. */
  private final Grounding grounding =
      new Grounding(EvidenceCases.of("rate-limiter").get(0).evidence());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 requests | true",
        "measured 200, bound at most 100 | true",
        "200.0 | true",
        "0.4 s -> 0.3 s | true",
        "0.004 | true",
        "answers | true",
        "node-1 answers | true",
        "199 requests | false",
        "250 | false",
        "200 of 120 | false",
        "-200 | false",
        "0.35 | false",
        "2e2 | true"
      })
  void citedNumbers_areLookedUpInTheEvidence(String cited, boolean grounded) {
    assertThat(grounding.isGrounded(cited)).isEqualTo(grounded);
  }

  @ParameterizedTest
  @CsvSource({"200, true", "777, false"})
  void inventedNumber_isMarkedInTheDiagnosis(String value, boolean grounded) {
    Diagnosis diagnosis =
        new DiagnosisParser(EvidenceCases.glossary("rate-limiter"))
            .parse(
                Provenance.of(
                    "test",
                    "1",
                    0,
                    "",
                    RootLocale.format(
                        """
                    {"verdict": "none", "term": null, "mechanism": "m", "confidence": 1,
                     "evidence": [{"source": "admitted", "value": %s}]}""",
                        value)));
    assertThat(diagnosis.verdict()).isEqualTo(Verdict.NONE);
    assertThat(grounding.check(diagnosis).citations())
        .singleElement()
        .extracting(Citation::grounded)
        .isEqualTo(grounded);
  }
}
