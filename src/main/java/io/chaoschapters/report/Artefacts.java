package io.chaoschapters.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.journal.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A chapter's files; what was not written yet when a run was cut off comes from its journal. */
final class Artefacts {
  private final ChapterRecord chapter;

  Artefacts(ChapterRecord chapter) {
    this.chapter = chapter;
  }

  /** The structured answer; null when there is none that can be read. */
  @Nullable JsonNode answer() {
    String text = file("answer.json");
    try {
      JsonNode answer = text.isBlank() ? null : new ObjectMapper().readTree(text);
      return answer != null && answer.isObject() ? answer : null;
    } catch (JsonProcessingException e) {
      // Cut off while it was written; the journal has the answer, too.
      return null;
    }
  }

  String evidence() {
    return fileOr("evidence.md", EventType.DIAGNOSIS_ASKED, "evidence");
  }

  String prompt() {
    return fileOr("prompt.txt", EventType.DIAGNOSIS_ANSWERED, "prompt");
  }

  String rawAnswer() {
    return file("answer.txt");
  }

  private String fileOr(String name, EventType type, String key) {
    String text = file(name);
    return text.isBlank() ? chapter.last(type).map(event -> event.text(key)).orElse("") : text;
  }

  /** Empty when it is not there; bytes that are no UTF-8 become replacement characters. */
  private String file(String name) {
    Path file = chapter.folder().resolve(name);
    try {
      return Files.isRegularFile(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          : "";
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }
}
