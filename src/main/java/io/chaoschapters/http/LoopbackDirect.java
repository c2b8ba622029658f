package io.chaoschapters.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is on loopback nowhere else, and asks the JVM's own selector about everything else.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LoopbackDirect extends ProxySelector {
  private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

  /** What it replaces; null for whatever is the JVM's own when it is asked. */
  private final @Nullable ProxySelector replaced;

  private volatile boolean over;

  /** For a single client; the JVM's own selector stays. */
  LoopbackDirect() {
    this(null);
  }

  private LoopbackDirect(@Nullable ProxySelector replaced) {
    this.replaced = replaced;
  }

  /** What ends what was begun. */
  public interface Installed extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Makes it the JVM's own until it is closed: clients of libraries, such as those of gRPC and REST
   * Assured, ask that one.
   */
  public static Installed install() {
    ProxySelector before = ProxySelector.getDefault();
    LoopbackDirect ours = new LoopbackDirect(before);
    ProxySelector.setDefault(ours);
    return () -> {
      ours.over = true; // other code may have wrapped it, and keeps it
      if (ProxySelector.getDefault() == ours) {
        ProxySelector.setDefault(before);
      }
    };
  }

  @Override
  public List<Proxy> select(URI uri) {
    ProxySelector other = other();
    return other == null || (!over && isLoopback(uri.getHost())) ? DIRECT : other.select(uri);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    ProxySelector other = other();
    if (other != null) {
      other.connectFailed(uri, address, failure);
    }
  }

  private @Nullable ProxySelector other() {
    return replaced == null ? ProxySelector.getDefault() : replaced;
  }

  /** Does not ask a name server: true only for names and numbers that always mean this machine. */
  static boolean isLoopback(@Nullable String host) {
    if (host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    if (name.equals("localhost") || name.endsWith(".localhost")) {
      return true;
    }
    boolean isNumber = name.contains(":") || name.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    if (!isNumber) {
      return false;
    }
    try {
      InetAddress address = InetAddress.getByName(name);
      return address.isLoopbackAddress() || address.isAnyLocalAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
