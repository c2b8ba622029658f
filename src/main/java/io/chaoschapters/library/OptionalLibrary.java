package io.chaoschapters.library;

import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * A library that only some users need, so that all others do without it. Who uses one asks for it
 * here first: a class that links to it must not be touched before.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum OptionalLibrary {
  /** Runs containers. */
  TESTCONTAINERS("org.testcontainers:testcontainers", "org.testcontainers.DockerClientFactory"),
  /** Delays what containers answer. */
  TOXIPROXY("eu.rekawek.toxiproxy:toxiproxy-java", "eu.rekawek.toxiproxy.ToxiproxyClient"),
  /** Speaks to Anthropic's models. */
  ANTHROPIC(
      "dev.langchain4j:langchain4j-anthropic",
      "dev.langchain4j.model.anthropic.AnthropicStreamingChatModel"),
  /** Speaks to OpenAI's models, and to all servers with the same protocol. */
  OPEN_AI(
      "dev.langchain4j:langchain4j-open-ai",
      "dev.langchain4j.model.openai.OpenAiStreamingChatModel"),
  /** Speaks to Google's Gemini models. */
  GEMINI(
      "dev.langchain4j:langchain4j-google-ai-gemini",
      "dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel"),
  /** Speaks to an Ollama server. */
  OLLAMA(
      "dev.langchain4j:langchain4j-ollama",
      "dev.langchain4j.model.ollama.OllamaStreamingChatModel"),
  /** Serves tools to agents. */
  MCP(
      "io.modelcontextprotocol.sdk:mcp-json-jackson2",
      "io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper"),
  /** Runs the servlet that {@link #MCP} serves with. */
  TOMCAT("org.apache.tomcat.embed:tomcat-embed-core", "org.apache.catalina.startup.Tomcat");

  private static final String VERSIONS = "optional.properties";

  private final String artifact;
  private final String witness;

  OptionalLibrary(String artifact, String witness) {
    this.artifact = artifact;
    this.witness = witness;
  }

  /** Whether it is on the class path. */
  public boolean isThere() {
    return OptionalLibrary.class
            .getClassLoader()
            .getResource(witness.replace('.', '/').concat(".class"))
        != null;
  }

  /**
   * What a build file names: groupId:artifactId:version, the version that this jar was tested with.
   */
  public String coordinates() {
    Properties versions = new Properties();
    try (InputStream in = OptionalLibrary.class.getResourceAsStream(VERSIONS)) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + VERSIONS + " of the jar", e);
    }
    return RootLocale.format("%s:%s", artifact, versions.getProperty(artifact));
  }

  /**
   * Which of some libraries are missing and what to do about it, as a clause; empty when all are
   * there.
   */
  public static String missing(OptionalLibrary... needed) {
    String coordinates =
        Arrays.stream(needed)
            .filter(library -> !library.isThere())
            .map(OptionalLibrary::coordinates)
            .collect(Collectors.joining(" and "));
    return coordinates.isEmpty()
        ? ""
        : RootLocale.format(
            "it needs a library that is not on the class path; add the dependency %s", coordinates);
  }
}
