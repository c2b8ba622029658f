package io.chaoschapters.agent;

import static io.chaoschapters.agent.Asked.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.Verdict;
import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.run.AgentWork.Ending;
import io.chaoschapters.runtime.process.ChildJvm;
import io.chaoschapters.runtime.process.Programs;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.waiting.DaemonThreads;
import io.chaoschapters.waiting.Progress;
import io.chaoschapters.waiting.Wait;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agents in a network of their own, which reach their tools and what their description lists. */
class ClosedNetworkTest {
  private static final Pattern MEDIANS =
      Pattern.compile("ping\\W+([0-9.e-]+)\\W+tool\\W+([0-9.e-]+)");
  private static final String CLOSED = "network: closed\n";

  @TempDir Path scratch;
  private Asked asked;

  /** A server of this machine that counts who comes. */
  private static final class Neighbor implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger visits = new AtomicInteger();

    Neighbor() throws IOException {
      server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
      DaemonThreads.thread("neighbor", this::serve).start();
    }

    private void serve() {
      while (!server.isClosed()) {
        try (Socket visitor = server.accept()) {
          visits.incrementAndGet();
          byte[] heard = visitor.getInputStream().readAllBytes();
          String said = "you said " + new String(heard, StandardCharsets.UTF_8);
          visitor.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
          // it is closed
        }
      }
    }

    String address() {
      return "127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }

  @BeforeEach
  void bubblewrapIsThere() throws IOException {
    Assumptions.assumeTrue(Programs.onPath("python3").isPresent(), "no python3");
    Assumptions.assumeTrue(Agents.canCloseNetworks(), "no bwrap that makes networks");
    asked = new Asked(scratch);
  }

  @Test
  void agent_usesItsToolsAndSubmits_andTheAnswerSaysThatTheNetworkIsClosed() throws IOException {
    Diagnosis answer = asked.command("two-clients", CLOSED);

    assertThat(work(answer).ending()).as(answer.mechanism()).isEqualTo(Ending.SUBMITTED);
    assertThat(work(answer).calls()).isEqualTo(10);
    assertThat(work(answer).isolation())
        .isEqualTo(
            "kept in bubblewrap: read-only system, own processes, no view of this project and run; the network is closed but for the tools");
    assertThat(asked.steps)
        .filteredOn(AgentEvent.Asked.class::isInstance)
        .singleElement()
        .satisfies(step -> assertThat(step.toString()).contains("closed but for the tools"));
  }

  @Test
  void server_thatIsNotListed_isNeverConnectedTo_andOneThatIsListedIs() throws IOException {
    try (Neighbor listed = new Neighbor();
        Neighbor other = new Neighbor()) {
      String reaches = RootLocale.format("reaches: ['%s']%n", listed.address());

      Diagnosis answer =
          asked.command("connects-to", CLOSED + reaches, other.address(), listed.address());

      assertThat(answer.mechanism())
          .isEqualTo("heard: [\"ConnectionRefusedError\", \"you said hello?\"]");
      assertThat(other.visits).hasValue(0);
      assertThat(work(answer).isolation())
          .endsWith("closed but for the tools and " + listed.address());
    }
  }

  /** Otherwise the tests above would show nothing. */
  @Test
  void server_isConnectedToWhereTheNetworkIsOpen() throws IOException {
    try (Neighbor other = new Neighbor()) {
      Diagnosis answer = asked.command("connects-to", "isolation: bubblewrap\n", other.address());

      assertThat(answer.mechanism()).isEqualTo("heard: [\"you said hello?\"]");
      assertThat(other.visits).hasValue(1);
      assertThat(work(answer).isolation()).endsWith("the network is open");
    }
  }

  /** A network does not keep anyone from a socket that is a file, such as a container engine's. */
  @Test
  void socketOfAService_isNotThere() throws IOException {
    Path folder = Path.of("/run");
    Assumptions.assumeTrue(Files.isWritable(folder), "needs to write to /run");
    Path file = folder.resolve("closed-network-test-" + ProcessHandle.current().pid());
    try (ServerSocketChannel service = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      service.bind(UnixDomainSocketAddress.of(file));

      Diagnosis closed = asked.command("connects-to", CLOSED, file.toString());
      Diagnosis open = asked.command("connects-to", "isolation: bubblewrap\n", file.toString());

      assertThat(closed.mechanism()).isEqualTo("heard: [\"FileNotFoundError\"]");
      assertThat(open.mechanism()).contains(file.toString());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "wrong-token,CRASHED,refused with 401",
    "foreign-origin,CRASHED,refused with 403",
    "foreign-host,CRASHED,refused with 421",
    "fails,CRASHED,it ended with exit code 3",
    "cuts-off,SUBMITTED,''",
    "hangs,SUBMITTED,''",
    "floods-calls,OVER_BUDGET,''",
    "prints,ANSWERED,''",
    "loses-connection,CRASHED,it ended with exit code 137"
  })
  void agent_behavesAsInAnOpenNetwork(String mode, Ending ending, String words) throws IOException {
    Diagnosis answer = asked.command(mode, CLOSED + "limits: {time: 60s, calls: 12}\n");

    assertThat(work(answer).ending()).as(answer.mechanism()).isEqualTo(ending);
    assertThat(answer.mechanism()).contains(words);
  }

  @Test
  void bridge_reachesTheToolsToo() throws IOException {
    Diagnosis answer = asked.command("bridge", CLOSED, "{mcp_stdio_servers}");

    assertThat(answer.mechanism()).isEqualTo("9 tools");
  }

  @Test
  void agent_overTheAgentClientProtocol_reachesItsTools() throws IOException {
    String line =
        RootLocale.format("[python3, '%s', good]", asked.copied("acp.py").toAbsolutePath());

    Diagnosis answer =
        asked.ask(
            RootLocale.format(
                "agent: a%nkind: acp%ncommand: %s%nreadable: ['%s']%n%s",
                line, asked.program().getParent(), CLOSED));

    assertThat(work(answer).ending()).as(answer.mechanism()).isEqualTo(Ending.SUBMITTED);
  }

  @Test
  void agent_forksChildren_allEndWithIt_andNoThreadAndSocketIsLeft() throws IOException {
    Diagnosis answer = asked.command("forks", CLOSED + "limits: {time: 60s}\n", "child.pid");

    assertThat(work(answer).ending()).as(answer.mechanism()).isEqualTo(Ending.SUBMITTED);
    assertThat(commandsWith("child.pid")).isEmpty();
    assertThat(commandsWith(asked.program().toString())).isEmpty();
    Wait.atMost("end of the relays", Duration.ofSeconds(20))
        .until(
            () ->
                new Progress(
                    Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("agent-relay")),
                    "threads are there"));
  }

  private static List<String> commandsWith(String word) {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .filter(line -> line.contains(word))
        .toList();
  }

  /** A JVM for the test to end while its agent works. */
  static final class Helper {
    private Helper() {}

    public static void main(String[] arguments) throws IOException {
      Asked asked = new Asked(Path.of(arguments[0]));
      asked.command("deaf-family", CLOSED + "limits: {time: 10m}\n", "never-answers", arguments[1]);
    }
  }

  /** Its folder for temporary files is longer than the path of a socket may be, too. */
  @Test
  void jvmIsKilled_guardEndsForwarderAndAgent() throws IOException, InterruptedException {
    Path own = Files.createDirectories(scratch.resolve("v".repeat(110)).resolve("victim"));
    Path program = own.resolve("program");
    String child = own.resolve("child").toString();
    List<String> command = new ArrayList<>(ChildJvm.command(Helper.class, own));
    command.addAll(List.of(own.toString(), child));
    Process jvm = new ProcessBuilder(command).inheritIO().start();
    try {
      Wait.atMost("use of a tool", Duration.ofSeconds(120))
          .until(() -> new Progress(hasCalled(own) || !jvm.isAlive(), "it has used none"));
      assertThat(jvm.isAlive()).isTrue();
      assertThat(commandsWith("network.jar")).anyMatch(line -> line.contains(program.toString()));
    } finally {
      jvm.destroyForcibly().waitFor();
    }

    Wait.atMost("end of all that it started", Duration.ofSeconds(60))
        .until(
            () -> {
              List<String> left = new ArrayList<>(commandsWith(program.toString()));
              left.addAll(commandsWith(child + "/"));
              return new Progress(left.isEmpty(), "there: " + left);
            });
    Wait.atMost("removal of the folder with the sockets", Duration.ofSeconds(60))
        .until(() -> new Progress(!hasWorkFolder(own), "it is there"));
  }

  private static boolean hasCalled(Path own) {
    Path file = own.resolve("run/agents/a/0001/trajectory.jsonl");
    try {
      return Files.exists(file) && Files.readString(file).contains("list_components");
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean hasWorkFolder(Path own) {
    try (Stream<Path> files = Files.walk(own)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("work-"));
    } catch (IOException | java.io.UncheckedIOException e) {
      return true; // it is just being removed
    }
  }

  @Test
  void nothingAnswersWhereItMayConnect_isOneSentenceBeforeItStarts() throws IOException {
    int free;
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress("127.0.0.1", 0));
      free = taken.getLocalPort();
    }

    assertThatThrownBy(
            () ->
                asked.command(
                    "good", CLOSED + RootLocale.format("reaches: ['127.0.0.1:%d']%n", free)))
        .isInstanceOf(DiagnosisException.class)
        .hasMessageStartingWith(
            RootLocale.format(
                "Agent 'a' is to reach 127.0.0.1:%d, but nothing answers there", free));
    assertThat(asked.steps).isEmpty();
  }

  /** The way of a tool's answer is longer; this tells by how much. */
  @Test
  void tool_isUsedThroughTheForwarder_timesAreTold() throws IOException {
    double[] open = times("network: open\n");
    double[] closed = times(CLOSED);

    System.out.println(
        RootLocale.format(
            "median of 60 uses of tools: %.1f ms in an open network, %.1f ms in a closed one (pings: %.1f and %.1f ms)",
            open[1], closed[1], open[0], closed[0]));
    assertThat(closed[1]).isPositive();
  }

  /** Medians of pings and of uses of tools, in milliseconds. */
  private double[] times(String network) throws IOException {
    Diagnosis answer = asked.command("times", network + "limits: {time: 120s, calls: 100}\n");
    assertThat(answer.verdict()).as(answer.mechanism()).isEqualTo(Verdict.ANOMALY);
    String last = asked.trajectory(answer).lines().reduce("", (before, line) -> line);
    Matcher medians = MEDIANS.matcher(last);
    assertThat(medians.find()).as(last).isTrue();
    return new double[] {
      Double.parseDouble(medians.group(1)) * 1000, Double.parseDouble(medians.group(2)) * 1000
    };
  }
}
