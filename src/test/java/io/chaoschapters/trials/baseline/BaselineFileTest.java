package io.chaoschapters.trials.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.report.baseline.Baseline;
import io.chaoschapters.report.baseline.BaselineException;
import io.chaoschapters.report.baseline.BaselineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a baseline is told in one sentence that says what to do. */
class BaselineFileTest {
  @TempDir Path folder;

  private final Baseline baseline = BaselineSamples.baseline(BaselineSamples.suite(9, 10));
  private Path path = Path.of("");
  private BaselineFile file = new BaselineFile(path, "");

  @BeforeEach
  void written() {
    use(folder.resolve("baselines").resolve("shop-wise.json"));
    file.write(baseline);
  }

  private void use(Path other) {
    path = other;
    file = new BaselineFile(path, "-Dtrials.baseline.update=true");
  }

  private void replace(String from, String to) throws IOException {
    String text = Files.readString(path);
    assertThat(text).contains(from);
    Files.writeString(path, text.replace(from, to));
  }

  private static void isOneSentence(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOf(BaselineException.class)
        .message()
        .hasLineCount(1)
        .endsWith(".")
        .contains(parts);
  }

  @Test
  void whatWasWritten_isRead() {
    assertThat(file.read()).isEqualTo(baseline);
  }

  @Test
  void writtenTwice_isTheSameFile_andNothingElseIsLeft() throws IOException {
    String first = Files.readString(path);
    file.write(baseline);
    assertThat(path).content().isEqualTo(first);
    try (Stream<Path> all = Files.list(path.getParent())) {
      assertThat(all).containsExactly(path);
    }
  }

  @Test
  void otherLayout_isTheSameBaseline() throws IOException {
    Files.writeString(path, new ObjectMapper().readTree(Files.readString(path)).toString());
    assertThat(file.read()).isEqualTo(baseline);
    Files.writeString(path, Files.readString(path).replace(",", ",\r\n\t"));
    assertThat(file.read()).isEqualTo(baseline);
  }

  @Test
  void unknownField_ofTheSameVersionCountsAsAnEdit() throws IOException {
    replace("\"runtime\"", "\"note\" : \"x\", \"runtime\"");
    isOneSentence(file::read, "edited by hand");
  }

  @Test
  void missing_saysHowToMakeOne() {
    use(folder.resolve("none.json"));
    isOneSentence(
        file::read,
        "There is no baseline",
        "none.json",
        "-Dtrials.baseline.update=true",
        "purpose");
  }

  @Test
  void otherVersion_saysBoth() throws IOException {
    replace("\"version\" : 1", "\"version\" : 7");
    isOneSentence(file::read, "version 7", "reads version 1", "anew");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"right\" : 9", "\"wise 1\"", "\"d-fault-1\"", "\"made\" : \"2026"})
  void editedByHand_isNoMeasurement(String what) throws IOException {
    replace(what, what.replace('9', '8').replace('1', '2').replace("2026", "2025"));
    isOneSentence(file::read, "edited by hand", "digest", "version control");
  }

  @Test
  void digestTakenOut_isAnEdit() throws IOException {
    Files.writeString(
        path, Files.readString(path).replaceFirst(",\\s*\"digest\" : \"[^\"]+\"", ""));
    assertThat(path).content().doesNotContain("digest");
    isOneSentence(file::read, "edited by hand");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<<<<<<< HEAD", "=======", ">>>>>>> theirs"})
  void mergeConflict_isNamed(String mark) throws IOException {
    replace("  \"runtime\"", mark + "\n  \"runtime\"");
    isOneSentence(file::read, "merge conflict", "git checkout --ours or --theirs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "null", "{}", "{\"version\": \"1\"}", "right: 9", "{\"version\": 1,"})
  void whatIsNoBaseline_isNamed(String content) throws IOException {
    Files.writeString(path, content);
    isOneSentence(file::read, "is no baseline, or a damaged one", "shop-wise.json");
  }

  @Test
  void cutOff_isNamedWhereverItIsCut() throws IOException {
    String text = Files.readString(path).stripTrailing();
    for (int length = 0; length < text.length(); length += 97) {
      Files.writeString(path, text.substring(0, length));
      isOneSentence(file::read, "shop-wise.json");
    }
  }

  @Test
  void noText_isNamed() throws IOException {
    Files.write(path, new byte[] {'{', (byte) 0xff, (byte) 0xfe});
    isOneSentence(file::read, "Cannot read the baseline", "UTF-8");
  }

  @Test
  void folderInItsPlace_isNamedWhenReadAndWhenWritten() {
    use(folder);
    isOneSentence(file::read, "Cannot read the baseline");
    isOneSentence(file::requireWritable, "cannot be written", "may be written");
  }

  @Test
  void fileWhereAFolderIsNeeded_isToldBeforeAnyTrial_andWhenWritten() {
    use(path.resolve("below").resolve("b.json"));
    isOneSentence(file::requireWritable, "cannot be written", "b.json");
    isOneSentence(() -> file.write(baseline), "cannot be written", "b.json");
  }

  @Test
  void newFileInNewFolders_canBeWritten() {
    use(folder.resolve("a").resolve("b").resolve("c.json"));
    file.requireWritable();
    file.write(baseline);
    assertThat(file.read()).isEqualTo(baseline);
  }
}
