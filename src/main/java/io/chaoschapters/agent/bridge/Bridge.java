package io.chaoschapters.agent.bridge;

import io.chaoschapters.http.SimpleRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Carries messages of the Model Context Protocol between standard input and output and a server
 * over Streamable HTTP, for agents that know only programs as servers. Needs nothing but the JDK,
 * and the one class that makes clients.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Bridge {
  /** The variable with the token. */
  public static final String TOKEN = "TOOLS_TOKEN";

  private static final Pattern VERSION =
      Pattern.compile("\"protocolVersion\"\\s*:\\s*\"([0-9-]{1,20})\"");

  private static final int LONGEST = 8 << 20;

  private final URI server;
  private final String token;
  private final PrintStream out;
  private String session = "";
  private String version = "";

  private Bridge(URI server, String token, PrintStream out) {
    this.server = server;
    this.token = token;
    this.out = out;
  }

  /** Takes the server's address. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String token = Optional.ofNullable(System.getenv(TOKEN)).orElse("");
    Bridge bridge = new Bridge(URI.create(arguments[0]), token, out);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        bridge.carry(line);
      }
    }
  }

  private void carry(String message) throws IOException {
    SimpleRequest request =
        new SimpleRequest(server, Duration.ZERO, LONGEST)
            .followingRedirects()
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .header("Authorization", "Bearer " + token)
            .header("User-Agent", "standard-input")
            .body(message);
    if (!session.isEmpty()) {
      request.header("Mcp-Session-Id", session);
    }
    if (!version.isEmpty()) {
      request.header("MCP-Protocol-Version", version);
    }
    SimpleRequest.Answer got = request.send();
    if (got.status() >= HttpURLConnection.HTTP_BAD_REQUEST) {
      System.err.println("The server answers with status " + got.status());
      return;
    }
    session = Optional.ofNullable(got.header().apply("Mcp-Session-Id")).orElse(session);
    String type = Optional.ofNullable(got.header().apply("Content-Type")).orElse("");
    String answer = got.text();
    if (type.startsWith("text/event-stream")) {
      answer.lines().filter(line -> line.startsWith("data:")).forEach(this::event);
    } else if (!answer.isBlank()) {
      tell(answer);
    }
  }

  private void event(String line) {
    String data = line.substring("data:".length()).strip();
    if (!data.isEmpty()) {
      tell(data);
    }
  }

  private void tell(String message) {
    Matcher said = VERSION.matcher(message);
    if (version.isEmpty() && said.find()) {
      version = said.group(1);
    }
    out.println(message.replace("\n", " ").replace("\r", ""));
  }
}
