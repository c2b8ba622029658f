package io.chaoschapters.agent.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chaoschapters.agent.tools.ToolAnswer;
import io.chaoschapters.agent.tools.ToolDescription;
import io.chaoschapters.agent.tools.ToolService;
import io.chaoschapters.diagnosis.DiagnosisException;
import io.chaoschapters.diagnosis.DiagnosisException.Reason;
import io.chaoschapters.runtime.logs.LibraryLogs;
import io.chaoschapters.text.Failure;
import io.chaoschapters.text.Json;
import io.chaoschapters.text.RootLocale;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson2.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.DefaultServerTransportSecurityValidator;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardServer;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apiguardian.api.API;

/**
 * A server of tools on loopback, by the Model Context Protocol over Streamable HTTP. Who has no
 * token of it, or comes from a web page, is turned away.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class McpEndpoint implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final String PATH = "/mcp";
  private static final String NAME = "oncall";
  private static final String INSTRUCTIONS =
      "Tools to look at a running system, and one to submit a diagnosis. All but that one only read.";
  private static final int TOKEN_BYTES = 24;
  private static final int MOST_REQUEST_BYTES = 1 << 20;
  private static final int THREADS = 8;

  private final List<Logger> quiet;
  private final Tomcat tomcat;
  private final McpSyncServer server;
  private final int port;
  private final String token;
  private final Set<String> listed = new HashSet<>();

  private McpEndpoint(
      List<Logger> quiet, Tomcat tomcat, McpSyncServer server, int port, String token) {
    this.quiet = quiet;
    this.tomcat = tomcat;
    this.server = server;
    this.port = port;
    this.token = token;
  }

  /**
   * Opens one.
   *
   * @param service uses the tools
   * @param port where to listen; 0 for any free port
   * @param folder may be used for working files
   * @throws DiagnosisException when it cannot listen
   */
  public static McpEndpoint open(ToolService service, int port, Path folder) {
    List<Logger> quiet =
        List.of(
            LibraryLogs.claim("io.modelcontextprotocol"),
            LibraryLogs.claim("reactor"),
            LibraryLogs.claim("org.apache.catalina"),
            LibraryLogs.claim("org.apache.coyote"),
            LibraryLogs.claim("org.apache.tomcat"));
    Map<String, Optional<String>> before = properties();
    try {
      return opened(service, port, folder, quiet);
    } finally {
      before.forEach(McpEndpoint::restore);
    }
  }

  /** Tomcat tells its folder to the whole JVM, and the next one would make it again. */
  private static Map<String, Optional<String>> properties() {
    return Stream.of("catalina.home", "catalina.base")
        .collect(
            Collectors.toMap(
                Function.identity(), name -> Optional.ofNullable(System.getProperty(name))));
  }

  private static void restore(String name, Optional<String> value) {
    value.ifPresentOrElse(
        before -> System.setProperty(name, before), () -> System.clearProperty(name));
  }

  private static McpEndpoint opened(
      ToolService service, int port, Path folder, List<Logger> quiet) {
    String token = randomToken();
    HttpServletStreamableServerTransportProvider servlet = servlet();
    McpSyncServer server = server(servlet);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    Connector connector = new Connector();
    connector.setPort(port);
    connector.setProperty("address", HOST);
    connector.setProperty("maxThreads", Integer.toString(THREADS));
    connector.setProperty("minSpareThreads", "1");
    tomcat.setConnector(connector);
    if (tomcat.getServer() instanceof StandardServer standard) {
      standard.setUtilityThreadsAsDaemon(true);
    }
    Context context = tomcat.addContext("", folder.toString());
    guard(context, new TokenFilter(token, service, servlet.protocolVersions()));
    Wrapper wrapper = Tomcat.addServlet(context, "tools", servlet);
    wrapper.setAsyncSupported(true);
    context.addServletMappingDecoded(PATH, "tools");
    try {
      tomcat.start();
      McpEndpoint endpoint =
          new McpEndpoint(quiet, tomcat, server, listening(connector, port), token);
      endpoint.renew(service);
      return endpoint;
    } catch (LifecycleException e) {
      server.close();
      throw notListening(port, Failure.words(e), e);
    }
  }

  private static int listening(Connector connector, int wanted) {
    if (connector.getLocalPort() <= 0) {
      throw notListening(wanted, "the port is taken", null);
    }
    return connector.getLocalPort();
  }

  private static DiagnosisException notListening(
      int port, String why, @org.jspecify.annotations.Nullable Throwable cause) {
    return new DiagnosisException(
        Reason.NOT_READY,
        RootLocale.format(
            "The tools for the agent cannot be served at %s:%d: %s. Choose another 'port' in its description, or none.",
            HOST, port, why),
        cause);
  }

  private static void guard(Context context, TokenFilter filter) {
    FilterDef definition = new FilterDef();
    definition.setFilterName("token");
    definition.setFilter(filter);
    definition.setAsyncSupported("true");
    context.addFilterDef(definition);
    FilterMap everywhere = new FilterMap();
    everywhere.setFilterName("token");
    everywhere.addURLPattern("/*");
    context.addFilterMap(everywhere);
  }

  private static HttpServletStreamableServerTransportProvider servlet() {
    DefaultServerTransportSecurityValidator loopback =
        DefaultServerTransportSecurityValidator.builder()
            .allowedHosts(List.of(HOST + ":*", "localhost:*"))
            // Pages of this machine, such as an inspector's; they need the token, too.
            .allowedOrigins(List.of("http://" + HOST + ":*", "http://localhost:*"))
            .build();
    return HttpServletStreamableServerTransportProvider.builder()
        .jsonMapper(new JacksonMcpJsonMapper(Json.MAPPER))
        .mcpEndpoint(PATH)
        .httpHeaderValidator(loopback)
        .maxRequestSize(MOST_REQUEST_BYTES)
        .build();
  }

  private static McpSyncServer server(HttpServletStreamableServerTransportProvider servlet) {
    ObjectMapper json = Json.MAPPER;
    return McpServer.sync(servlet)
        .serverInfo(NAME, "1")
        .instructions(INSTRUCTIONS)
        .jsonMapper(new JacksonMcpJsonMapper(json))
        .jsonSchemaValidator(new DefaultJsonSchemaValidator(json))
        // What does not fit is answered by the tool, so that it is seen and counted.
        .validateToolInputs(false)
        .immediateExecution(true)
        .capabilities(McpSchema.ServerCapabilities.builder().tools(true).build())
        .build();
  }

  /** Lists the tools that the service has now, and tells clients when that has changed. */
  public synchronized void renew(ToolService service) {
    for (ToolDescription tool : ToolDescription.all()) {
      if (service.offers(tool.name())) {
        if (listed.add(tool.name())) {
          server.addTool(tool(tool, service, Json.MAPPER));
        }
      } else if (listed.remove(tool.name())) {
        server.removeTool(tool.name());
      }
    }
  }

  private static SyncToolSpecification tool(
      ToolDescription tool, ToolService service, ObjectMapper json) {
    McpSchema.Tool described =
        McpSchema.Tool.builder(tool.name(), map(tool.input(), json))
            .title(tool.title())
            .description(tool.description())
            .outputSchema(map(tool.output(), json))
            .annotations(
                McpSchema.ToolAnnotations.builder()
                    .title(tool.title())
                    // Nor does an answer change the system.
                    .readOnlyHint(true)
                    .destructiveHint(false)
                    .openWorldHint(false)
                    .build())
            .build();
    return new SyncToolSpecification(
        described,
        (exchange, request) -> {
          JsonNode arguments =
              request.arguments() == null
                  ? json.createObjectNode()
                  : json.valueToTree(request.arguments());
          return result(service.use(tool.name(), arguments), json);
        });
  }

  private static McpSchema.CallToolResult result(ToolAnswer answer, ObjectMapper json) {
    McpSchema.CallToolResult.Builder result =
        McpSchema.CallToolResult.builder()
            .addTextContent(answer.text())
            .isError(answer.refused() != null);
    if (answer.data() != null) {
      result.structuredContent(map(answer.data(), json));
    }
    return result.build();
  }

  private static Map<String, Object> map(JsonNode node, ObjectMapper json) {
    return json.convertValue(
        node, json.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
  }

  private static String randomToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Where it is reached. */
  public String url() {
    return RootLocale.format("http://%s:%d%s", HOST, port, PATH);
  }

  /** What a client must send as its bearer token. */
  public String token() {
    return token;
  }

  @Override
  public void close() {
    server.close();
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      quiet.get(0).warning("The server of tools did not end in order: " + Failure.words(e));
    }
  }
}
