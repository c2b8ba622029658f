package io.chaoschapters.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class DaemonThreadsTest {
  @Test
  void aThread_carriesOurClassLoaderWhoeverMadeIt() throws Exception {
    CompletableFuture<Thread> made = new CompletableFuture<>();
    Thread stranger =
        new Thread(() -> made.complete(DaemonThreads.named("worker").newThread(() -> {})));
    stranger.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    stranger.start();
    stranger.join();

    assertThat(made.join().getContextClassLoader())
        .isSameAs(DaemonThreads.class.getClassLoader())
        .isNotSameAs(ClassLoader.getPlatformClassLoader());
    assertThat(made.join())
        .matches(Thread::isDaemon)
        .extracting(Thread::getName)
        .isEqualTo("worker");
  }

  @Test
  void eachTask_runsInAThreadOfItsOwn() {
    Executor threads = DaemonThreads.eachIn("one-task");
    CompletableFuture<Thread> first = CompletableFuture.supplyAsync(Thread::currentThread, threads);
    CompletableFuture<Thread> second =
        CompletableFuture.supplyAsync(Thread::currentThread, threads);

    assertThat(first.join()).isNotSameAs(second.join());
    assertThat(second.join().getName()).isEqualTo("one-task");
  }
}
