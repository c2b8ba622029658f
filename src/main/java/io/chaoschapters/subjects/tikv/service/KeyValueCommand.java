package io.chaoschapters.subjects.tikv.service;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of a region.
 *
 * @param key at most 64 KiB in UTF-8
 * @param value the new value, at most 64 KiB in UTF-8, or null to read
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record KeyValueCommand(String key, @Nullable String value) {

  /** As a Raft message. */
  public Message toMessage() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(key);
      if (value != null) {
        out.writeUTF(value);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The key or the value is too long: " + key, e);
    }
    return Message.valueOf(ByteString.copyFrom(bytes.toByteArray()));
  }

  static KeyValueCommand of(ByteString bytes) {
    try (DataInputStream in = new DataInputStream(bytes.newInput())) {
      String key = in.readUTF();
      return new KeyValueCommand(key, in.available() > 0 ? in.readUTF() : null);
    } catch (IOException e) {
      throw new UncheckedIOException("Not a command of this store.", e);
    }
  }

  /** The answer to a read: one byte that tells whether there is a value, and the value. */
  static Message found(@Nullable String value) {
    return Message.valueOf(value == null ? ByteString.EMPTY : ByteString.copyFromUtf8("=" + value));
  }

  /** The value in the answer to a read, or null when the region holds none. */
  public static @Nullable String valueOf(Message answer) {
    ByteString content = answer.getContent();
    return content.isEmpty() ? null : content.toStringUtf8().substring(1);
  }
}
