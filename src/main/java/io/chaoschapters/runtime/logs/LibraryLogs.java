package io.chaoschapters.runtime.logs;

import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.helpers.NOP_FallbackServiceProvider;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Lets what a library logs to SLF4J go into a file of the run, whatever provider is on the class
 * path: a library that is claimed with {@link #claim} logs to java.util.logging, where it can be
 * given a file. Every other logger is the provider's own; where there is none, our warnings go to
 * the error stream.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LibraryLogs implements SLF4JServiceProvider {
  private static final String CHOSEN = "slf4j.provider";
  private static final String SAYS = "slf4j.internal.verbosity";

  private final ConcurrentMap<String, org.slf4j.Logger> claimed = new ConcurrentHashMap<>();
  private SLF4JServiceProvider provider = new NOP_FallbackServiceProvider();
  private boolean alone = true;

  /**
   * Puts itself in front of the provider; must come before the first logger of this JVM. A provider
   * that is set up by a file of the user's own stays alone: some programs, such as Spring Boot, do
   * not start unless SLF4J hands them its own factory.
   */
  public static void install() {
    if (System.getProperty(CHOSEN) == null
        && found().allMatch(found -> found.type().getName().startsWith("org.slf4j."))) {
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
    found().findFirst().map(ServiceLoader.Provider::get).ifPresent(this::use);
    provider.initialize();
  }

  private void use(SLF4JServiceProvider found) {
    provider = found;
    alone = false;
  }

  private static Stream<ServiceLoader.Provider<SLF4JServiceProvider>> found() {
    return ServiceLoader.load(SLF4JServiceProvider.class, ILoggerFactory.class.getClassLoader())
        .stream();
  }

  @Override
  public ILoggerFactory getLoggerFactory() {
    ILoggerFactory usual = alone ? WarningLogger::new : provider.getLoggerFactory();
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
