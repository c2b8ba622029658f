package io.chaoschapters.stage.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.run.SampleEvents;
import io.chaoschapters.run.Script;
import io.chaoschapters.run.view.RunProjection;
import io.chaoschapters.stage.Shows;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeakerNotesTest {
  @TempDir private Path folder;

  @Test
  void chapters_bringTheirNotesOneAfterTheOther() {
    Path file = folder.resolve("notes.txt");
    Script script = Shows.normal();
    script.chapter("03-after").event(SampleEvents.scheduled(3, "After"));
    script.entries().forEach(new RunProjection(new SpeakerNotes(file))::on);

    assertThat(file)
        .content()
        .isEqualToNormalizingNewlines(
            """

            [2/3] A till freezes
            Ask the room who has seen this. Then press space.

            [3/3] After
            no notes
            """);
  }

  @Test
  void folderThatIsNotThere_doesNotStopTheShow() {
    Path file = folder.resolve("nowhere").resolve("notes.txt");
    Shows.normal().entries().forEach(new RunProjection(new SpeakerNotes(file))::on);

    assertThat(file).doesNotExist();
  }
}
