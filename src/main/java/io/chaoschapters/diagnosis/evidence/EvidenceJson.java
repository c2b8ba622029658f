package io.chaoschapters.diagnosis.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apiguardian.api.API;

/** Evidence as a file, so that a diagnoser can be asked about it again without the system. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class EvidenceJson {
  /** The version of the format that is written, and the only one that is read. */
  public static final int VERSION = 1;

  /** The largest file that is read, in bytes; what a run saves is a hundredth of it. */
  public static final long MAX_BYTES = 8L << 20;

  private static final String VERSION_FIELD = "evidenceVersion";

  private static final ObjectMapper JSON =
      Json.withTimes()
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private EvidenceJson() {}

  /** The evidence as JSON text. */
  public static String text(Evidence evidence) {
    ObjectNode root = JSON.createObjectNode().put(VERSION_FIELD, VERSION);
    root.setAll((ObjectNode) JSON.valueToTree(evidence));
    return root.toPrettyString();
  }

  /** Writes the evidence to a file. */
  public static void write(Evidence evidence, Path file) {
    try {
      Files.writeString(file, text(evidence));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write the evidence file " + file + ". Is there free space left?", e);
    }
  }

  /**
   * Reads an evidence file.
   *
   * @throws InvalidEvidenceException when it is not one, or one of another version
   */
  public static Evidence read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new InvalidEvidenceException(
            RootLocale.format(
                "%s is larger than %d MiB, so it is no evidence file: take one that a run has saved.",
                file, MAX_BYTES >> 20),
            null);
      }
      // Files.readString would fail at a character that was cut in two.
      return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), file.toString());
    } catch (IOException e) {
      throw new InvalidEvidenceException(
          "Cannot read the evidence file " + file + ": does it exist, and may it be read?", e);
    }
  }

  /**
   * Reads JSON text.
   *
   * @param name what to call it in messages
   * @throws InvalidEvidenceException when it is not evidence, or of another version
   */
  public static Evidence parse(String text, String name) {
    try {
      JsonNode root = JSON.readTree(text);
      requireVersion(root.path(VERSION_FIELD), name);
      ((ObjectNode) root).remove(VERSION_FIELD);
      Evidence evidence = JSON.treeToValue(root, Evidence.class);
      Completeness.missing(evidence)
          .ifPresent(
              member -> {
                throw new InvalidEvidenceException(
                    RootLocale.format(
                        "%s lacks '%s', so it is damaged: take one that a run has saved.",
                        name, member),
                    null);
              });
      return evidence;
    } catch (JsonProcessingException e) {
      throw new InvalidEvidenceException(
          name + " is not an evidence file, or a damaged one: take one that a run has saved.", e);
    }
  }

  private static void requireVersion(JsonNode version, String name) {
    if (!version.isInt()) {
      throw new InvalidEvidenceException(
          RootLocale.format(
              "%s does not say its %s, so it is no evidence file: take one that a run has saved.",
              name, VERSION_FIELD),
          null);
    }
    if (version.intValue() != VERSION) {
      throw new InvalidEvidenceException(
          RootLocale.format(
              "%s is evidence of version %d and this program reads version %d: save it again with this one.",
              name, version.intValue(), VERSION),
          null);
    }
  }
}
