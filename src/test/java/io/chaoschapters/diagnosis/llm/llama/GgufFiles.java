package io.chaoschapters.diagnosis.llm.llama;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes model files that are small and say nothing. */
public final class GgufFiles {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private GgufFiles() {}

  /** A whole file with one tensor of 64 values. */
  public static Path whole(Path folder) throws IOException {
    return Files.write(folder.resolve("tiny.gguf"), bytes(3));
  }

  static byte[] bytes(int version) {
    GgufFiles file = new GgufFiles();
    file.out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
    file.int32(version).int64(1).int64(4);
    file.text("general.name").int32(8).text("tiny");
    file.text("general.alignment").int32(4).int32(64);
    file.text("list.of.texts").int32(9).int32(8).int64(2).text("a").text("b");
    file.text("list.of.numbers").int32(9).int32(6).int64(3).int32(0).int32(0).int32(0);
    file.text("weights").int32(2).int64(32).int64(2).int32(2).int64(0);
    while (file.out.size() % 64 != 0) {
      file.out.write(0);
    }
    file.out.writeBytes(new byte[2 * 18]);
    return file.out.toByteArray();
  }

  private GgufFiles int32(int value) {
    out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    return this;
  }

  private GgufFiles int64(long value) {
    out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    return this;
  }

  private GgufFiles text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int64(bytes.length);
    out.writeBytes(bytes);
    return this;
  }
}
