package io.chaoschapters.stage.recording;

import java.io.IOException;
import java.io.OutputStream;

/** Writes to a stream and tells a recorder what was written. */
final class Tee extends OutputStream {
  private final OutputStream to;
  private final CastRecorder recorder;

  Tee(OutputStream to, CastRecorder recorder) {
    this.to = to;
    this.recorder = recorder;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    to.write(bytes, offset, length);
    recorder.written(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    to.flush();
  }

  @Override
  public void close() throws IOException {
    to.close();
  }
}
