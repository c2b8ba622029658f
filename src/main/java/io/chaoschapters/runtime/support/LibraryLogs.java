package io.chaoschapters.runtime.support;

import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.logging.Logger;
import org.apiguardian.api.API;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.NOP_FallbackServiceProvider;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Lets what a library logs to SLF4J go into a file of the run, whatever provider is on the class
 * path: a library that is claimed with {@link #claim} logs to java.util.logging, where it can be
 * given a file. Every other logger is the provider's own.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LibraryLogs implements SLF4JServiceProvider {
  private static final String CHOSEN = "slf4j.provider";
  private static final String SAYS = "slf4j.internal.verbosity";

  private final ConcurrentMap<String, org.slf4j.Logger> claimed = new ConcurrentHashMap<>();
  private SLF4JServiceProvider provider = new NOP_FallbackServiceProvider();

  /** Puts itself in front of the provider; must come before the first logger of this JVM. */
  public static void install() {
    if (System.getProperty(CHOSEN) == null) {
      System.setProperty(CHOSEN, LibraryLogs.class.getName());
      if (System.getProperty(SAYS) == null) {
        System.setProperty(SAYS, "WARN"); // else it prints a line about this on every start
      }
    }
  }

  /**
   * Claims loggers: what they log no longer goes to the console. It must be done before the library
   * is loaded, and the logger must be held, or java.util.logging forgets it.
   *
   * @param name of the logger that all others of the library are below
   */
  public static Logger claim(String name) {
    Logger logger = Logger.getLogger(name);
    logger.setUseParentHandlers(false);
    return logger;
  }

  static boolean isClaimed(Logger logger) {
    for (Logger one = logger; one != null; one = one.getParent()) {
      if (!one.getUseParentHandlers()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void initialize() {
    provider =
        ServiceLoader.load(SLF4JServiceProvider.class, ILoggerFactory.class.getClassLoader())
            .stream()
            .map(ServiceLoader.Provider::get)
            .findFirst()
            .orElse(provider);
    provider.initialize();
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    ILoggerFactory usual = provider.getLoggerFactory();
    return name ->
        isClaimed(Logger.getLogger(name))
            ? claimed.computeIfAbsent(name, key -> new ClaimedLogger(usual.getLogger(key)))
            : usual.getLogger(name);
  }

  @Override
  public IMarkerFactory getMarkerFactory() {
    return provider.getMarkerFactory();
  }

  @Override
  public MDCAdapter getMDCAdapter() {
    return provider.getMDCAdapter();
  }

  @Override
  public String getRequestedApiVersion() {
    return provider.getRequestedApiVersion();
  }
}
