package io.chaoschapters.subjects.tikv.service;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ratis.protocol.Message;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.apiguardian.api.API;

/**
 * A client's question to a region for some of its keys.
 *
 * @param keys each at most 64 KiB in UTF-8
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record KeyValueGet(List<String> keys) {
  /** Copies the list. */
  public KeyValueGet {
    keys = List.copyOf(keys);
  }

  /** As a Raft message. */
  public Message toMessage() {
    return written(keys);
  }

  static KeyValueGet of(ByteString bytes) {
    return new KeyValueGet(read(bytes));
  }

  /** The answer: keys and values in turn, of those keys that the region holds. */
  Message answer(Map<String, String> values) {
    List<String> found = new ArrayList<>();
    for (String key : keys) {
      String value = values.get(key);
      if (value != null) {
        found.add(key);
        found.add(value);
      }
    }
    return written(found);
  }

  /** The values in the answer, by their keys; a key that the region does not hold is absent. */
  public static Map<String, String> valuesIn(Message answer) {
    List<String> turns = read(answer.getContent());
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i + 1 < turns.size(); i += 2) {
      values.put(turns.get(i), turns.get(i + 1));
    }
    return values;
  }

  private static Message written(List<String> texts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (String text : texts) {
        out.writeUTF(text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A key or a value is too long.", e);
    }
    return Message.valueOf(ByteString.copyFrom(bytes.toByteArray()));
  }

  private static List<String> read(ByteString bytes) {
    List<String> texts = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(bytes.newInput())) {
      while (in.available() > 0) {
        texts.add(in.readUTF());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Neither a question to this store nor its answer.", e);
    }
    return texts;
  }
}
