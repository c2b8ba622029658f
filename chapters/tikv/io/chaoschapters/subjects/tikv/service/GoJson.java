package io.chaoschapters.subjects.tikv.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * JSON as Go writes it: snake case, and for most answers of PD indented by two spaces and ended
 * with a new line.
 */
public final class GoJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private GoJson() {}

  /** As a stream of bytes without any space. */
  public static byte[] compact(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Cannot be written as JSON: " + value, e);
    }
  }

  /** Indented, with a new line in the end; {@code null} is the text {@code null}. */
  public static byte[] indented(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      bytes.write(MAPPER.writer(new GoPrinter()).writeValueAsBytes(value));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot be written as JSON: " + value, e);
    }
    bytes.write('\n');
    return bytes.toByteArray();
  }

  /** Reads a value; fields that are not known are left alone. */
  public static <T> T read(byte[] json, Class<T> type) throws IOException {
    return MAPPER.readValue(json, type);
  }

  private static final class GoPrinter extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1L;
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    GoPrinter() {
      super(
          Separators.createDefaultInstance()
              .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
              .withArrayEmptySeparator("")
              .withObjectEmptySeparator(""));
      indentArraysWith(LINES);
      indentObjectsWith(LINES);
    }

    private GoPrinter(GoPrinter other) {
      super(other);
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
      return new GoPrinter(this);
    }
  }
}
