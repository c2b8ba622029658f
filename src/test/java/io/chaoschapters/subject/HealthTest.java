package io.chaoschapters.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpConnectTimeoutException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class HealthTest {
  @Test
  void refusedConnection_isRefusingWhateverItIsWrappedIn() {
    IllegalStateException wrapped = new IllegalStateException("no server left");
    wrapped.addSuppressed(new IOException(new ConnectException("Connection refused")));

    assertThat(Health.after(new ConnectException("refused"))).isEqualTo(Health.REFUSING);
    assertThat(Health.after(new CompletionException(wrapped))).isEqualTo(Health.REFUSING);
  }

  @Test
  void answerThatDidNotCome_isSilent() {
    assertThat(Health.after(new IOException(new SocketTimeoutException("Read timed out"))))
        .isEqualTo(Health.SILENT);
    assertThat(Health.after(new HttpConnectTimeoutException("late"))).isEqualTo(Health.SILENT);
    assertThat(Health.after(new CompletionException(new TimeoutException())))
        .isEqualTo(Health.SILENT);
  }

  @Test
  void anythingElse_isUnknownAndNotHealthy() {
    assertThat(Health.after(new IOException("reset"))).isEqualTo(Health.UNKNOWN);
    assertThat(Health.after(null)).isEqualTo(Health.UNKNOWN);
  }
}
