package io.chaoschapters.subjects.tikv;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.process.ChildJvm;
import io.chaoschapters.subjects.tikv.service.store.StandInStore;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A store that cannot start ends at once, as TiKV does, and its last line says why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledOnOs(OS.LINUX)
class StandInFatalTest {
  @TempDir static Path folder;
  private LocalStandIn standIn;
  private Component pd;

  @BeforeAll
  void start() {
    standIn = new LocalStandIn(folder);
    pd = standIn.startPd();
  }

  @AfterAll
  void stop() {
    standIn.close();
  }

  /** What a store printed and how it ended. */
  private record End(int code, String out, List<String> err) {
    String lastLine() {
      return err.get(err.size() - 1);
    }
  }

  /** A store with TiKV's settings but for some lines, which may open 20,000 files. */
  private End run(String name, String without, String statusAddress) throws Exception {
    Path home = Files.createDirectories(folder.resolve(name));
    Path configuration =
        Files.writeString(
            home.resolve("tikv.toml"),
            TikvContainers.configuration("tikv.toml")
                .lines()
                .filter(line -> without.isEmpty() || !line.contains(without))
                .reduce("", (all, line) -> all + line + "\n"));
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "ulimit -n 20000; exec \"$@\"", "-"));
    // As the runtime starts it: newer JVMs would warn on standard error of what libraries do.
    command.addAll(ChildJvm.command(StandInStore.class, home, "-Xmx128m"));
    command.addAll(
        List.of(
            "--addr=127.0.0.1:" + freePort(),
            "--status-addr=" + statusAddress,
            "--pd-endpoints=" + LocalStandIn.pd(pd),
            "--data-dir=" + home.resolve("data"),
            "--config=" + configuration));
    Process process = new ProcessBuilder(command).start();
    CompletableFuture<String> err = read(process.getErrorStream());
    String out = read(process.getInputStream()).join();
    return new End(process.waitFor(), out, err.join().lines().toList());
  }

  private static CompletableFuture<String> read(InputStream stream) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void fewerFilesThanTikvWants_endsWithTheSameSentenceOnStandardError() throws Exception {
    End end = run("files", "max-open-files", "127.0.0.1:" + freePort());

    assertThat(end.code()).isEqualTo(1);
    assertThat(end.out()).isEmpty();
    List<String> real =
        new String(
                Recordings.resource("fatal/nofile.stderr.txt").readAllBytes(),
                StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(message(end.lastLine())).isEqualTo(message(real.get(real.size() - 1)));
    assertThat(end.err()).hasSizeBetween(30, 40);
  }

  /** Level and message, without the time and the place in the source. */
  private static String message(String line) {
    return line.replaceFirst("^\\[[^\\]]*\\] ", "")
        .replaceFirst("\\[common.rs[^\\]]*\\] ", "")
        .replace(" [thread_id=1]", "");
  }

  @Test
  void portInUse_endsBeforeAnybodyIsToldOfIt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + taken.getLocalPort();
      End end = run("port", "", address);

      assertThat(end.code()).isEqualTo(1);
      assertThat(end.err()).anyMatch(line -> line.contains("Address already in use"));
      assertThat(end.lastLine())
          .contains(
              "[FATAL]",
              RootLocale.format("BindFail(\\\"127.0.0.1\\\", %d)", taken.getLocalPort()));
      assertThat(standIn.get(LocalStandIn.pd(pd), "/pd/api/v1/stores").statusCode())
          .as("no store has registered")
          .isEqualTo(500);
    }
  }
}
