package io.chaoschapters.runtime.kubernetes.relay;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The one connection: frames of a number, a kind and bytes. */
final class Wire {
  /** The most bytes of a frame. */
  static final int LONGEST = 64 * 1024;

  private final DataInputStream in;
  private final DataOutputStream out;

  Wire(InputStream in, OutputStream out) {
    this.in = new DataInputStream(new BufferedInputStream(in, LONGEST));
    this.out = new DataOutputStream(new BufferedOutputStream(out, LONGEST));
  }

  /** What a frame means. */
  enum Kind {
    /** The relay is there. */
    HELLO,
    /** Connect to an address. */
    OPEN,
    /** Bytes that came in. */
    DATA,
    /** No more bytes will come from here. */
    END,
    /** The connection is gone. */
    CLOSE
  }

  /**
   * What comes over the wire.
   *
   * @param id of the connection that it concerns
   */
  record Frame(int id, Kind kind, byte[] bytes) {}

  void send(int id, Kind kind, byte[] bytes, int length) throws IOException {
    synchronized (out) {
      out.writeInt(id);
      out.writeByte(kind.ordinal());
      out.writeInt(length);
      out.write(bytes, 0, length);
      out.flush();
    }
  }

  void send(int id, Kind kind) throws IOException {
    send(id, kind, new byte[0], 0);
  }

  /** Waits for the next one; the end of the stream is a failure. */
  Frame read() throws IOException {
    int id = in.readInt();
    int kind = in.readByte();
    int length = in.readInt();
    if (kind < 0 || kind >= Kind.values().length || length < 0 || length > LONGEST) {
      throw new IOException("what comes over the wire is no frame");
    }
    return new Frame(id, Kind.values()[kind], in.readNBytes(length));
  }
}
