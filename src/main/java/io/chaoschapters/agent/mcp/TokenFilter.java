package io.chaoschapters.agent.mcp;

import io.chaoschapters.agent.tools.ToolService;
import io.modelcontextprotocol.spec.HttpHeaders;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;

/** Lets only those through who have the token. */
final class TokenFilter implements Filter {
  private static final String SCHEME = "Bearer ";

  private final byte[] token;
  private final ToolService service;
  private final List<String> versions;

  /**
   * A filter in front of the protocol.
   *
   * @param versions of the protocol that are spoken behind it
   */
  TokenFilter(String token, ToolService service, List<String> versions) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.service = service;
    this.versions = versions;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (!isKnown(asked.getHeader("Authorization"))) {
      HttpServletResponse refusal = (HttpServletResponse) response;
      refusal.setHeader("WWW-Authenticate", "Bearer");
      refusal.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    String version = asked.getHeader(HttpHeaders.PROTOCOL_VERSION);
    if (version != null && !versions.contains(version)) {
      // The protocol wants it to be refused, and the library lets it pass.
      ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    chain.doFilter(request, response);
    // A foreign web page that knows the token is turned away further on; it has not connected.
    if (((HttpServletResponse) response).getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
      service.connected(Objects.requireNonNullElse(asked.getHeader("User-Agent"), "unnamed"));
    }
  }

  private boolean isKnown(String authorization) {
    return authorization != null
        && authorization.startsWith(SCHEME)
        && MessageDigest.isEqual(
            authorization.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8), token);
  }
}
