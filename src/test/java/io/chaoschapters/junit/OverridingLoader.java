package io.chaoschapters.junit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads the same classes as its parent, and some resources from memory instead. */
final class OverridingLoader extends ClassLoader {
  private final Map<String, String> resources;

  OverridingLoader(ClassLoader parent, Map<String, String> resources) {
    super(parent);
    this.resources = Map.copyOf(resources);
  }

  @Override
  public @Nullable URL getResource(String name) {
    return resources.containsKey(name) ? url(name) : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return resources.containsKey(name)
        ? Collections.enumeration(List.of(url(name)))
        : super.getResources(name);
  }

  private URL url(String name) {
    byte[] content = resources.get(name).getBytes(StandardCharsets.UTF_8);
    try {
      return new URL(null, "memory:" + name, new InMemory(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class InMemory extends URLStreamHandler {
    private final byte[] content;

    InMemory(byte[] content) {
      this.content = content;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {
          connected = true;
        }

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(content);
        }
      };
    }
  }
}
