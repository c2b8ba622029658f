package io.chaoschapters.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.chaoschapters.presenter.Main;
import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.ComponentRuntime;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.runtime.RuntimeContext;
import io.chaoschapters.runtime.RuntimeProvider;
import io.chaoschapters.runtime.process.ChildJvm;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.subject.Cluster;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.installed.Subjects;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a running demo shows to others on the machine and on its network. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "reads sockets and command lines from /proc")
class ExposureTest {
  /** The store and three nodes. */
  private static final int PARTS_THAT_LISTEN = 4;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"ratelimiter", "tikv"})
  void everyListenerOfTheProcessTree_isOnLoopback(String subject) throws IOException {
    try (ComponentRuntime runtime = open();
        Cluster cluster = Subjects.find(subject).start(runtime)) {
      runtime.startMetrics(cluster.scrapeTargets());

      List<ListeningSockets.Listener> listeners = ListeningSockets.ofTree(ProcessHandle.current());

      assertThat(listeners).hasSizeGreaterThanOrEqualTo(cluster.components().size());
      assertThat(listeners).allMatch(listener -> listener.address().isLoopbackAddress());
    }
  }

  /** The program that people start, not only the runtime that it uses. */
  @Test
  void everyListenerOfALiveShow_isOnLoopback() throws IOException, InterruptedException {
    Process show =
        new ProcessBuilder(
                ChildJvm.program(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dsubject=ratelimiter",
                "-Druntime=local",
                "-Dmode=rehearse",
                "-Dchapters.output=" + folder.resolve("chapters"),
                Main.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("show.txt").toFile())
            .start();
    try {
      List<ListeningSockets.Listener> listeners =
          await()
              .atMost(Duration.ofMinutes(1))
              .until(
                  () -> ListeningSockets.ofTree(show.toHandle()),
                  found -> found.size() >= PARTS_THAT_LISTEN);

      assertThat(listeners).allMatch(listener -> listener.address().isLoopbackAddress());
    } finally {
      show.destroy(); // as a terminal that is closed: it ends its cluster itself
      assertThat(show.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void sharedStore_asksForAPasswordThatIsInNoFileButItsOwnAndOnNoCommandLine() throws IOException {
    try (ComponentRuntime runtime = open();
        Cluster cluster = Subjects.find("ratelimiter").start(runtime)) {
      assertThat(answerToPing(component(cluster, "store").endpoint("redis"))).isEqualTo("-NOAUTH");
      cluster.observe();
      Path configuration = one(files().filter(file -> file.endsWith("redis.conf")));
      String password =
          one(
              Files.readAllLines(configuration).stream()
                  .filter(line -> line.startsWith("requirepass "))
                  .map(line -> line.substring("requirepass ".length())));

      assertThat(password).hasSizeGreaterThanOrEqualTo(32);
      assertThat(commandLines()).hasSizeGreaterThan(4).noneMatch(line -> line.contains(password));
      assertThat(files().filter(file -> holds(file, password))).containsExactly(configuration);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(configuration)))
          .isEqualTo("rw-------");
    }
  }

  private static String answerToPing(Endpoint store) throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName(store.host()), store.port())) {
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes("-NOAUTH".length());
      return new String(answer, StandardCharsets.US_ASCII);
    }
  }

  private ComponentRuntime open() {
    return ServiceLoader.load(RuntimeProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.id().equals("local"))
        .findFirst()
        .orElseThrow()
        .open(new RuntimeContext("exposure-test", folder, Settings.ofProcess()));
  }

  @Test
  void folderWithBlanksAndQuotes_isAFolderLikeAnyOther() throws IOException {
    folder = Files.createDirectories(folder.resolve("it's \"a\" folder; $(touch pwned) \\n"));
    try (ComponentRuntime runtime = open();
        Cluster cluster = Subjects.find("ratelimiter").start(runtime)) {
      assertThat(cluster.observe().components())
          .isNotEmpty()
          .allMatch(component -> component.health() == Health.SERVING);
    }
    assertThat(files()).noneMatch(file -> file.endsWith("pwned"));
  }

  private static Component component(Cluster cluster, String id) {
    return one(cluster.components().stream().filter(component -> component.id().equals(id)));
  }

  private static <T> T one(Stream<T> all) {
    List<T> found = all.toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private Stream<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList().stream();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new AssertionError("cannot read " + file, e);
    }
  }

  private static List<String> commandLines() throws IOException {
    List<String> lines = new java.util.ArrayList<>();
    for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
      Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      lines.add(Files.readString(file, StandardCharsets.ISO_8859_1));
    }
    return lines;
  }
}
