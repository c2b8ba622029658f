package io.chaoschapters.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chaoschapters.agent.bridge.Bridge;
import io.chaoschapters.agent.bridge.BridgeJar;
import io.chaoschapters.agent.description.AgentDescription;
import io.chaoschapters.agent.description.AgentKind;
import io.chaoschapters.agent.description.AgentLimits;
import io.chaoschapters.agent.description.AgentNetwork;
import io.chaoschapters.agent.description.Placeholders;
import io.chaoschapters.agent.mcp.McpEndpoint;
import io.chaoschapters.agent.process.Isolation;
import io.chaoschapters.agent.process.NetworkWays;
import io.chaoschapters.agent.process.Workspace;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.DiagnosisException.Reason;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Preparation;
import io.chaoschapters.diagnosis.Privacy;
import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.EvidenceText;
import io.chaoschapters.run.AgentEvent;
import io.chaoschapters.runtime.local.OwnedPrograms;
import io.chaoschapters.runtime.process.Programs;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An agent that is asked as any diagnoser is. */
final class AgentDiagnoser implements Diagnoser {
  private static final String NO_PROGRAM = "nothing is started, so nothing is kept from it";
  private static final String ALERT = "alert";

  private final AgentDescription description;
  private final String trigger;
  private @Nullable OwnedPrograms programs;
  private @Nullable Path folder;
  private @Nullable Isolation isolation;
  private @Nullable StandingDoor door;
  private int questions;

  AgentDiagnoser(AgentDescription description, String trigger) {
    this.description = description;
    this.trigger = trigger;
  }

  @Override
  public String id() {
    return description.id();
  }

  @Override
  public String version() {
    return "agent " + description.kind().word() + " 1";
  }

  @Override
  public String description() {
    return description.title();
  }

  @Override
  public boolean isWokenByAlerts() {
    return description.kind() == AgentKind.HTTP && trigger.equals(ALERT);
  }

  /** Data that a description does not mention counts as leaving the machine. */
  @Override
  public Privacy privacy() {
    return description.leaves().equals(AgentDescription.LEAVES_NOTHING)
        ? Privacy.staysOnMachine()
        : Privacy.leaves(description.leaves());
  }

  @Override
  public void warmUp(Preparation preparation) {
    ready(preparation.folder(), preparation.progress());
  }

  private OwnedPrograms ready(Path run, Consumer<String> progress) {
    OwnedPrograms there = programs;
    if (there != null) {
      return there;
    }
    try {
      Path own = Files.createDirectories(run.resolve("agents").resolve(id())).toRealPath();
      Path temporary = Path.of(System.getProperty("java.io.tmpdir")).toRealPath();
      boolean starts = !description.command().isEmpty();
      if (starts) {
        requireProgram(description.command().get(0));
        isolation =
            Isolation.of(
                description.isolation(),
                description.network(),
                List.of(Path.of("").toAbsolutePath(), run.toRealPath(), temporary));
      }
      NetworkWays.requireServers(id(), description.network());
      OwnedPrograms opened = OwnedPrograms.open(temporary, run, own);
      programs = opened;
      folder = own;
      if (description.kind() == AgentKind.MCP) {
        door = StandingDoor.open(description, opened.folder());
        progress.accept(door.invitation());
      }
      return opened;
    } catch (IOException e) {
      throw new DiagnosisException(
          Reason.NOT_READY,
          RootLocale.format("Agent '%s' cannot get ready: %s.", id(), Failure.words(e)),
          e);
    }
  }

  private void requireProgram(String program) {
    boolean isPath = program.contains("/");
    if (isPath
        ? !program.startsWith("/") || !Programs.isProgram(Path.of(program))
        : Programs.onPath(program).isEmpty()) {
      throw new DiagnosisException(
          Reason.NOT_READY,
          RootLocale.format(
              "The program '%s' of agent '%s' is %s. Install it, or write its path into the description.",
              program,
              id(),
              isPath ? "no absolute path of a program that can be run" : "not on the PATH"),
          null);
    }
  }

  @Override
  public Diagnosis diagnose(Inquiry inquiry) {
    try {
      OwnedPrograms there = programs;
      if (there == null) {
        there = ready(Files.createTempDirectory("agent-run-"), inquiry::note);
      }
      return ask(inquiry, there);
    } catch (IOException e) {
      throw new DiagnosisException(
          RootLocale.format("Agent '%s' could not be asked: %s.", id(), Failure.words(e)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DiagnosisException(
          Reason.INTERRUPTED,
          RootLocale.format("The wait for the answer of agent '%s' was interrupted.", id()),
          e);
    }
  }

  private Diagnosis ask(Inquiry inquiry, OwnedPrograms there)
      throws IOException, InterruptedException {
    Evidence evidence = inquiry.evidence();
    boolean whole = description.evidence();
    inquiry.requireNoLeak(
        QuestionText.observed(evidence, whole),
        whole ? EvidenceText.glossary(evidence.glossary()) : "");
    String text = QuestionText.of(evidence, whole);
    Path own =
        Files.createDirectories(requireFolder().resolve(RootLocale.format("%04d", ++questions)));
    Workspace workspace = Workspace.create(there.folder());
    Trajectory trajectory = new Trajectory(own);
    OpenQuestion question =
        new OpenQuestion(id(), text, description.limits(), inquiry, workspace.canary(), trajectory);
    tellAsked(inquiry, trajectory, text);
    Heard heard;
    try (Door served = door(question, there);
        @Nullable NetworkWays ways = ways(served, workspace)) {
      Surroundings around = surroundings(served, text, workspace, there, ways);
      heard = contact().ask(question, around);
    } finally {
      question.close();
    }
    question.requireNoLeak();
    Files.writeString(own.resolve("output.txt"), heard.said());
    return new Judgment(description, isolationWords(), text, trajectoryName(trajectory))
        .of(question, heard);
  }

  private void tellAsked(Inquiry inquiry, Trajectory trajectory, String text) {
    AgentLimits limits = description.limits();
    trajectory.write(trajectory.step("asked").put("question", text));
    inquiry.step(
        new AgentEvent.Asked(
            id(),
            description.kind().word(),
            isolationWords(),
            limits.time().toMillis() / 1000.0,
            limits.calls(),
            limits.bytes()));
  }

  private Path requireFolder() {
    Path own = folder;
    if (own == null) {
      throw new IllegalStateException("not ready");
    }
    return own;
  }

  private String trajectoryName(Trajectory trajectory) {
    Path run = requireFolder().getParent().getParent();
    return run.relativize(trajectory.file()).toString();
  }

  private String isolationWords() {
    Isolation there = isolation;
    return there == null ? NO_PROGRAM : there.words();
  }

  private Door door(OpenQuestion question, OwnedPrograms there) {
    StandingDoor standing = door;
    if (standing != null) {
      return standing.admit(question);
    }
    McpEndpoint endpoint = McpEndpoint.open(question, description.port(), there.folder());
    return new Door(endpoint.url(), endpoint.token(), endpoint::close);
  }

  private @Nullable NetworkWays ways(Door served, Workspace workspace) throws IOException {
    AgentNetwork network = description.network();
    return network.isClosed()
        ? NetworkWays.open(workspace.root(), URI.create(served.url()).getPort(), network)
        : null;
  }

  private Contact contact() {
    return switch (description.kind()) {
      case COMMAND -> new CommandContact();
      case ACP -> new AcpContact();
      case HTTP -> new HttpContact(isWokenByAlerts());
      case MCP -> new VisitorContact();
    };
  }

  private Surroundings surroundings(
      Door served,
      String text,
      Workspace workspace,
      OwnedPrograms there,
      @Nullable NetworkWays ways)
      throws IOException {
    Path root = workspace.root();
    List<String> bridge = BridgeJar.command(root, served.url());
    Map<String, String> values = new HashMap<>();
    values.put("question", text);
    values.put("question_file", written(root.resolve("question.txt"), text));
    values.put("mcp_url", served.url());
    values.put("mcp_token", served.token());
    values.put("bridge", Json.text(bridge));
    values.put("home", workspace.home().toString());
    ObjectNode http = Json.object().put("type", "http").put("url", served.url());
    http.putObject("headers").put("Authorization", "Bearer " + served.token());
    values.put("mcp_servers", written(root.resolve("mcp.json"), servers(http)));
    ObjectNode stdio = Json.object().put("command", bridge.get(0));
    bridge.stream().skip(1).forEach(stdio.withArray("args")::add);
    stdio.putObject("env").put(Bridge.TOKEN, served.token());
    values.put("mcp_stdio_servers", written(root.resolve("mcp-stdio.json"), servers(stdio)));
    Placeholders placeholders = new Placeholders(values, Surroundings.listed(description));
    workspace.write(placeholders.in(description.files()));
    Isolation kept = isolation == null ? Isolation.none() : isolation;
    return new Surroundings(
        description,
        text,
        served.url(),
        served.token(),
        bridge,
        workspace,
        placeholders,
        there,
        kept,
        ways);
  }

  /** The form that most agents read; the server's name is what its tools are called by. */
  private static String servers(ObjectNode server) throws IOException {
    ObjectNode file = Json.object();
    file.putObject("mcpServers").set("oncall", server);
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(file);
  }

  private static String written(Path file, String text) throws IOException {
    return Files.writeString(file, text).toString();
  }

  @Override
  public void close() {
    StandingDoor standing = door;
    if (standing != null) {
      standing.close();
    }
    OwnedPrograms there = programs;
    if (there != null) {
      there.close();
    }
  }
}
