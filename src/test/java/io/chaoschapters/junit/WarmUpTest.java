package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Preparation;
import io.chaoschapters.diagnosis.Privacy;
import io.chaoschapters.run.ChapterVerdict;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.toy.ToyQueueShow;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  /** It cannot load what it needs, for a reason that lies two causes deep. */
  static final class Unready implements Diagnoser {
    @Override
    public String id() {
      return "unready";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public String description() {
      return "A model that is not there.";
    }

    @Override
    public Privacy privacy() {
      return Privacy.staysOnMachine();
    }

    @Override
    public void warmUp(Preparation preparation) {
      throw unready();
    }

    private static DiagnosisException unready() {
      return new DiagnosisException(
          "The model cannot be loaded.",
          new RuntimeException(new IOException("weights.bin is cut off")));
    }

    @Override
    public Diagnosis diagnose(Inquiry inquiry) {
      throw unready();
    }
  }

  /** Found by the service loader. */
  public static final class Provider implements DiagnoserProvider {
    @Override
    public String id() {
      return "unready";
    }

    @Override
    public Diagnoser open(Settings settings) {
      return new Unready();
    }
  }

  @Test
  void whatKeepsADiagnoserFromGettingReady_isSaidWithItsRootCause() {
    DemoOutcome outcome =
        DemoRun.named("unready")
            .service(DiagnoserProvider.class, Provider.class)
            .setting("ai", "unready")
            .run(ToyQueueShow.class);

    String sentence = "The model cannot be loaded (cause: weights.bin is cut off).";
    assertThat(outcome.notes())
        .filteredOn(note -> note.startsWith("diagnoser ")) // A slow machine is noted, too.
        .containsExactly("diagnoser unready: " + sentence);
    assertThat(outcome.summary().chapters())
        .filteredOn(chapter -> chapter.verdict() == ChapterVerdict.INFRASTRUCTURE_ERROR)
        .hasSize(3)
        .allSatisfy(chapter -> assertThat(chapter.reason()).isEqualTo(sentence));
  }
}
