package io.chaoschapters.agent.mcp;

import io.chaoschapters.agent.tools.ToolService;
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
import java.util.Objects;

/** Lets only those through who have the token. */
final class TokenFilter implements Filter {
  private static final String SCHEME = "Bearer ";

  private final byte[] token;
  private final ToolService service;

  TokenFilter(String token, ToolService service) {
    this.token = token.getBytes(StandardCharsets.UTF_8);
    this.service = service;
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
