package io.chaoschapters.trials.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.report.baseline.Baseline;
import io.chaoschapters.report.baseline.BaselineException;
import io.chaoschapters.report.baseline.BaselineFile;
import io.chaoschapters.report.baseline.Comparability;
import io.chaoschapters.report.baseline.Comparability.Source;
import io.chaoschapters.settings.BaselineSettings;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Only like is compared, and what is not like is named. */
class MismatchTest {
  private static final Map<String, String> EXPERIMENTS = Map.of("a", "1", "b", "2");

  @TempDir Path folder;
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void written() {
    Path path = folder.resolve("b.json");
    new BaselineFile(path, "")
        .write(
            new Baseline(
                Baseline.VERSION,
                java.time.Instant.EPOCH,
                "local",
                BaselineSamples.comparability(EXPERIMENTS),
                List.of(BaselineSamples.fault("a", 1, 1))));
    settings.put("baseline", path.toString());
  }

  private BaselineGate open(Comparability now) {
    return BaselineGate.open(
            Settings.of(settings), BaselineSettings.BASELINE, BaselineSettings.UPDATE, now)
        .orElseThrow();
  }

  private static Comparability of(
      String subject, Map<String, String> experiments, String glossary, String observed) {
    return new Comparability(
        subject,
        Source.LIVE_TRIALS,
        experiments,
        glossary,
        observed,
        "wise",
        "wise 1",
        "ai.method=auto");
  }

  private static Comparability by(String diagnoser, String version, String asking) {
    return new Comparability(
        "shop", Source.LIVE_TRIALS, EXPERIMENTS, "g1", "o1", diagnoser, version, asking);
  }

  static Stream<Arguments> otherQuestions() {
    return Stream.of(
        Arguments.of(of("bank", EXPERIMENTS, "g1", "o1"), "the subject was 'shop' and is 'bank'"),
        Arguments.of(of("shop", Map.of("a", "1"), "g1", "o1"), "b is gone"),
        Arguments.of(
            of("shop", Map.of("a", "1", "b", "2", "c", "3", "d", "4"), "g1", "o1"), "c, d are new"),
        Arguments.of(
            of("shop", Map.of("a", "1", "b", "9"), "g1", "o1"), "the content of b has changed"),
        Arguments.of(of("shop", EXPERIMENTS, "g2", "o1"), "the glossary has changed"),
        Arguments.of(of("shop", EXPERIMENTS, "g1", "o2"), "what is observed has changed"),
        Arguments.of(
            new Comparability(
                "shop", Source.SAVED_EVIDENCE, EXPERIMENTS, "g1", "o1", "wise", "wise 1", ""),
            "the source was 'LIVE_TRIALS' and is 'SAVED_EVIDENCE'"));
  }

  @ParameterizedTest
  @MethodSource("otherQuestions")
  void otherQuestions_areNeverCompared(Comparability now, String difference) {
    settings.put("baseline.across", "diagnoser");
    assertThatThrownBy(() -> open(now))
        .isInstanceOf(BaselineException.class)
        .hasMessageContainingAll(
            "is of other trials than these (" + difference, "-Dbaseline.update=true")
        .message()
        .hasLineCount(1);
  }

  static Stream<Arguments> otherDiagnosers() {
    return Stream.of(
        Arguments.of(by("clever", "wise 1", "ai.method=auto"), "the diagnoser was 'wise'"),
        Arguments.of(by("wise", "wise 2", "ai.method=auto"), "its version was 'wise 1' and is"),
        Arguments.of(by("wise", "wise 1", "ai.method=x"), "the method of asking was"));
  }

  @ParameterizedTest
  @MethodSource("otherDiagnosers")
  void otherDiagnoser_isComparedOnlyWhereThatIsWanted(Comparability now, String difference) {
    assertThatThrownBy(() -> open(now))
        .isInstanceOf(BaselineException.class)
        .hasMessageContainingAll(
            "of another diagnoser", difference, "-Dbaseline.across=diagnoser compares the two");
    settings.put("baseline.across", "diagnoser");
    assertThat(open(now).baseline()).isPresent();
  }

  @Test
  void likeTrials_areCompared() {
    assertThat(open(BaselineSamples.comparability(EXPERIMENTS)).baseline()).isPresent();
  }

  @Test
  void noBaselineNamed_isNone_butToUpdateNoneIsAMistake() {
    settings.remove("baseline");
    Comparability now = BaselineSamples.comparability(EXPERIMENTS);
    assertThat(
            BaselineGate.open(
                Settings.of(settings), BaselineSettings.BASELINE, BaselineSettings.UPDATE, now))
        .isEmpty();
    settings.put("baseline.update", "true");
    assertThatThrownBy(() -> open(now))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("-Dbaseline=FILE");
  }

  @Test
  void update_doesNotReadWhatIsThere_andRefusesToKeepNothing() {
    settings.put("baseline.update", "true");
    BaselineGate gate = open(of("bank", EXPERIMENTS, "g1", "o1"));
    assertThat(gate.baseline()).isEmpty();
    assertThatThrownBy(
            () ->
                gate.update(
                    java.time.Instant.EPOCH,
                    "local",
                    List.of(BaselineSamples.unanswered(BaselineSamples.fault("a", 0, 0), 3))))
        .hasMessageContaining("nothing was answered");
    assertThat(
            gate.update(
                java.time.Instant.EPOCH, "local", List.of(BaselineSamples.fault("a", 1, 1))))
        .isPresent();
    settings.remove("baseline.update");
    assertThat(open(of("bank", EXPERIMENTS, "g1", "o1")).baseline()).isPresent();
  }
}
