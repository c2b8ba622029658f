package io.chaoschapters.chaos.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.chaos.ForgetfulDisk;
import io.chaoschapters.run.file.CutAnywhere;
import io.chaoschapters.runtime.UndoStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoLedgerTest {
  private static final List<UndoStep> STEPS =
      List.of(new UndoStep("thaw nöde-1", List.of("kill", "-CONT", "4711")));

  @TempDir Path folder;

  @Test
  void armedFault_isPendingWithItsSteps() {
    try (UndoLedger ledger = UndoLedger.open(folder)) {
      ledger.arm("one", "freeze", STEPS);

      assertThat(UndoLedger.pending(ledger.path()))
          .singleElement()
          .satisfies(
              pending -> {
                assertThat(pending.experiment()).isEqualTo("one");
                assertThat(pending.fault()).isEqualTo("freeze");
                assertThat(pending.steps()).isEqualTo(STEPS);
              });
    }
  }

  @Test
  void powerFailsRightAfterwards_armedFaultIsPendingAndUndoneOneIsNot() throws IOException {
    ForgetfulDisk disk = new ForgetfulDisk();
    Path run = Files.createDirectory(folder.resolve("run"));
    try (UndoLedger ledger = UndoLedger.open(run, () -> {}, disk)) {
      long first = ledger.arm("one", "freeze", STEPS);
      ledger.arm("two", "kill", STEPS);
      ledger.undone(first);

      disk.losePower(ledger.path());

      assertThat(UndoLedger.pending(ledger.path()))
          .extracting(PendingUndo::experiment)
          .containsExactly("two");
    }
  }

  @Test
  void undoneFault_isNotPending() {
    try (UndoLedger ledger = UndoLedger.open(folder)) {
      long first = ledger.arm("one", "freeze", STEPS);
      ledger.arm("two", "kill", List.of());
      ledger.undone(first);

      assertThat(UndoLedger.pending(ledger.path()))
          .extracting(PendingUndo::experiment)
          .containsExactly("two");
    }
  }

  @Test
  void everythingEnded_nothingIsPending() {
    try (UndoLedger ledger = UndoLedger.open(folder)) {
      ledger.arm("one", "freeze", STEPS);
      ledger.undone(ledger.arm("two", "kill", List.of()));
    }
    try (UndoLedger again = UndoLedger.open(folder)) {
      again.arm("three", "kill", List.of());

      assertThat(again.everythingEnded())
          .extracting(PendingUndo::experiment)
          .containsExactly("one", "three");
      assertThat(UndoLedger.pending(again.path())).isEmpty();
    }
  }

  @Test
  void noFile_nothingIsPending() {
    assertThat(UndoLedger.pending(folder.resolve("absent.jsonl"))).isEmpty();
  }

  @Test
  void tornLastLine_isLeftOut() throws IOException {
    Path path = twoArmed();
    cutOff(path, 10);

    assertThat(UndoLedger.pending(path)).extracting(PendingUndo::experiment).containsExactly("one");
  }

  @Test
  void tornLastLine_isCutOffWhenTheLedgerIsOpenedAgain() throws IOException {
    Path path = twoArmed();
    cutOff(path, 10);

    try (UndoLedger again = UndoLedger.open(folder)) {
      assertThat(again.arm("three", "kill", STEPS)).isEqualTo(2);
    }

    assertThat(UndoLedger.pending(path))
        .extracting(PendingUndo::experiment)
        .containsExactly("one", "three");
  }

  @Test
  void foreignLine_isNamed() throws IOException {
    Path path = twoArmed();
    Files.writeString(path, "{oops\n", StandardOpenOption.APPEND);

    assertThatThrownBy(() -> UndoLedger.pending(path))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseInstanceOf(com.fasterxml.jackson.core.JsonProcessingException.class)
        .cause()
        .hasMessage(path + ":3 is not a line of an undo ledger");
  }

  private Path twoArmed() {
    try (UndoLedger ledger = UndoLedger.open(folder)) {
      ledger.arm("one", "freeze", STEPS);
      ledger.arm("two", "freeze", STEPS);
      return ledger.path();
    }
  }

  private static void cutOff(Path path, int bytes) throws IOException {
    byte[] content = Files.readAllBytes(path);
    Files.write(path, java.util.Arrays.copyOf(content, content.length - bytes));
  }

  @Test
  void cutAnywhere_wholeLinesHoldAndTheNextFollowsThem() throws Exception {
    Path path = folder.resolve(UndoLedger.FILE_NAME);
    try (UndoLedger ledger = UndoLedger.open(folder)) {
      long first = ledger.arm("öne", "freeze", STEPS);
      ledger.arm("two ▄", "kill", STEPS);
      ledger.undone(first);
    }
    List<List<String>> pending =
        List.of(List.of(), List.of("öne"), List.of("öne", "two ▄"), List.of("two ▄"));

    CutAnywhere.of(
        path,
        left -> {
          List<String> expected = pending.get(CutAnywhere.wholeLines(left));
          assertThat(UndoLedger.pending(path))
              .extracting(PendingUndo::experiment)
              .isEqualTo(expected);
          try (UndoLedger again = UndoLedger.open(folder)) {
            again.arm("later", "kill", STEPS);
          }
          List<String> withLater = new ArrayList<>(expected);
          withLater.add("later");
          assertThat(UndoLedger.pending(path))
              .extracting(PendingUndo::experiment)
              .isEqualTo(withLater);
        });
  }
}
