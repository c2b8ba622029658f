package io.chaoschapters.subjects.tikv.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A store tells others where it is only when it is sure to get its ports. */
class StorePortsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void oneOfItsPortsIsTaken_itEndsBeforeItRegisters(boolean status) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket pd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int free = freePort();
      String said =
          run(
              status ? free : taken.getLocalPort(),
              status ? taken.getLocalPort() : free,
              pd.getLocalPort());

      assertThat(said).contains("java.net.BindException");
      pd.setSoTimeout(1);
      assertThat(hasCaller(pd)).as("the placement driver was called").isFalse();
    }
  }

  private static boolean hasCaller(ServerSocket pd) throws IOException {
    try {
      pd.accept().close();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private String run(int port, int statusPort, int pd) {
    StringWriter said = new StringWriter();
    int code =
        new CommandLine(new StandInStore())
            .setErr(new PrintWriter(said, true))
            .execute(
                "--name=store-1",
                "--port=" + port,
                "--status-port=" + statusPort,
                "--pd=127.0.0.1:" + pd,
                "--folder=" + folder);
    assertThat(code).isEqualTo(1);
    return said.toString();
  }
}
