package io.chaoschapters.subjects.tikv.service;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.apiguardian.api.API;

/**
 * A client's order to a region to keep a value.
 *
 * @param key at most 64 KiB in UTF-8
 * @param value the new value, at most 64 KiB in UTF-8
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record KeyValuePut(String key, String value) {

  /** As a Raft message. */
  public Message toMessage() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeUTF(key);
      out.writeUTF(value);
    } catch (IOException e) {
      throw new UncheckedIOException("The key or the value is too long: " + key, e);
    }
    return Message.valueOf(ByteString.copyFrom(bytes.toByteArray()));
  }

  static KeyValuePut of(ByteString bytes) {
    try (DataInputStream in = new DataInputStream(bytes.newInput())) {
      return new KeyValuePut(in.readUTF(), in.readUTF());
    } catch (IOException e) {
      throw new UncheckedIOException("Not a command of this store.", e);
    }
  }
}
