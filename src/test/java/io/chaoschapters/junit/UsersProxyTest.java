package io.chaoschapters.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.Chapter;
import io.chaoschapters.http.FakeProxy;
import io.chaoschapters.run.ChapterResult;
import io.chaoschapters.run.ChapterVerdict;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A JVM whose proxy is for every address, loopback included. */
class UsersProxyTest {
  @ChaosDemo(subject = "toy")
  static class RunSession {
    @Chapter(order = 1, title = "Ask a node")
    void loopbackIsAskedDirectly() {
      assertThat(proxies("http://127.0.0.1:8080/")).containsExactly(Proxy.NO_PROXY);
      assertThat(proxies("socket://localhost:6379")).containsExactly(Proxy.NO_PROXY);
      assertThat(proxies("https://model.example/")).doesNotContain(Proxy.NO_PROXY);
    }

    private static List<Proxy> proxies(String uri) {
      return ProxySelector.getDefault().select(URI.create(uri));
    }
  }

  @Test
  void whileChaptersRun_loopbackIsAskedDirectlyAndAfterwardsTheJvmIsAsItWas() throws IOException {
    try (FakeProxy proxy = new FakeProxy()) {
      DemoOutcome outcome = DemoRun.named("UsersProxyTest").run(RunSession.class);

      assertThat(outcome.summary().chapters())
          .extracting(ChapterResult::verdict)
          .containsExactly(ChapterVerdict.PASS);
      assertThat(proxy.isTheJvmsOwn()).isTrue();
    }
  }
}
