package io.chaoschapters.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.chaoschapters.toy.ToyComponent;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpReadyTest {
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/ready", 200);
    answer("/starting", 503);
    server.start();
  }

  private void answer(String path, int status) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Component component() {
    int port = server.getAddress().getPort();
    return new ToyComponent("web") {
      @Override
      public Endpoint endpoint(String name) {
        assertThat(name).isEqualTo("http");
        return new Endpoint("127.0.0.1", port);
      }
    };
  }

  @Test
  void answersOk_isReady() throws Exception {
    assertThat(new HttpReady("http", "/ready").isReady(component())).isTrue();
  }

  @Test
  void answersAnythingElse_isNotReady() throws Exception {
    assertThat(new HttpReady("http", "/starting").isReady(component())).isFalse();
  }

  @Test
  void nothingListens_saysSo() {
    Component component = component();
    server.stop(0);

    assertThatThrownBy(() -> new HttpReady("http", "/ready").isReady(component))
        .isInstanceOf(ConnectException.class);
  }
}
