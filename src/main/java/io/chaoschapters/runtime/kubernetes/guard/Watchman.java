package io.chaoschapters.runtime.kubernetes.guard;

import io.chaoschapters.runtime.guard.TimeLimits;
import io.chaoschapters.text.Failure;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at the run's Lease. When the run does not renew it any more, the namespace is removed, and
 * with it every fault, because faults are done within its pods only.
 *
 * <p>The Lease's age is measured by this program's own clock, from when it last saw a change: the
 * clocks of two machines differ. While the API server does not answer, nothing is known, and the
 * time begins anew once it does.
 */
final class Watchman {
  private static final Pattern RENEWED = Pattern.compile("\"renewTime\"\\s*:\\s*\"([^\"]{1,60})\"");
  private static final Pattern ORDERS =
      Pattern.compile(
          "\"" + Pattern.quote(Orders.ANNOTATION) + "\"\\s*:\\s*\"([0-9a-zA-Z;=:/.-]{1,9999})\"");
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  private final ServerDoor server;
  private final String namespace;
  private final Duration oldAfter;
  private final LongSupplier nanos;
  private final PrintStream out;
  private final TimeLimits limits = new TimeLimits(this::endComponents);
  private final TreeSet<Long> known = new TreeSet<>();
  private String seen = "";
  private long seenAt;
  private long answered = -1;
  private boolean removed;

  Watchman(
      ServerDoor server, String namespace, Duration oldAfter, LongSupplier nanos, PrintStream out) {
    this.server = server;
    this.namespace = namespace;
    this.oldAfter = oldAfter;
    this.nanos = nanos;
    this.out = out;
    this.seenAt = nanos.getAsLong();
  }

  /** Looks once, and does what is to be done. False when there is nothing left to guard. */
  boolean look() {
    try {
      ServerDoor.Answer lease = server.ask("GET", leasePath(), "");
      if (!lease.isGood() && lease.status() != NOT_FOUND) {
        throw new IOException("the API server answered " + lease.status());
      }
      String renewed = found(RENEWED, lease.body()).orElse("never");
      if (!renewed.equals(seen)) {
        seen = renewed;
        seenAt = nanos.getAsLong();
      }
      if (nanos.getAsLong() - seenAt > oldAfter.toNanos()) {
        removeAll();
        return !removed;
      }
      obey(found(ORDERS, lease.body()).map(Orders::parse).orElse(Orders.none()));
    } catch (IOException | IllegalArgumentException e) {
      seenAt = nanos.getAsLong(); // The run could not renew it either.
      out.println("The Lease is not known: " + Failure.words(e));
    }
    return true;
  }

  private static Optional<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private String leasePath() {
    return "/apis/coordination.k8s.io/v1/namespaces/" + namespace + "/leases/" + Orders.GUARD;
  }

  /** The answer is given once everything is obeyed. */
  private void obey(Orders orders) throws IOException {
    if (orders.number() == answered) {
      return;
    }
    for (Long id : new TreeSet<>(known)) {
      if (!orders.limits().containsKey(id)) {
        limits.lift(id);
        known.remove(id);
      }
    }
    orders
        .limits()
        .forEach(
            (id, limit) -> {
              if (known.add(id)) {
                limits.limit(id, limit.millis(), () -> isOver(limit));
              }
            });
    answer(orders.number());
    answered = orders.number();
  }

  private void answer(long number) throws IOException {
    String body =
        "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\""
            + Orders.ANSWERS
            + "\"},\"data\":{\""
            + Orders.ANSWER
            + "\":\""
            + number
            + "\"}}";
    require(
        server.ask(
            "PUT", "/api/v1/namespaces/" + namespace + "/configmaps/" + Orders.ANSWERS, body));
  }

  private static void require(ServerDoor.Answer answer) throws IOException {
    if (!answer.isGood()
        && answer.status() != NOT_FOUND
        && answer.status() != CONFLICT) { // is being removed already
      throw new IOException("the API server answered " + answer.status() + ": " + answer.body());
    }
  }

  private void isOver(Orders.Limit limit) {
    CpuShare back = limit.back();
    if (back == null) {
      endComponents();
    } else {
      giveBack(back);
    }
  }

  /** A run that has taken its limit back by itself meanwhile has asked for the same. */
  private void giveBack(CpuShare share) {
    try {
      require(server.ask("PATCH", share.path(namespace), share.patch()));
      out.println("A limit was not taken back in its time: now it is " + share + ".");
    } catch (IOException e) {
      throw new UncheckedIOException("a limit could not be taken back: " + Failure.words(e), e);
    }
  }

  /** The run is there, but has not undone a fault in its time. */
  private void endComponents() {
    try {
      removePods();
      endAgents();
      out.println("A fault was not undone in its time: the components were ended.");
    } catch (IOException e) {
      throw new UncheckedIOException("not everything could be ended: " + Failure.words(e), e);
    }
  }

  /** Without its pods, a namespace is gone sooner. */
  private void removeAll() throws IOException {
    out.println("The run does not renew its Lease any more: the namespace is removed.");
    removePods();
    require(server.ask("DELETE", "/api/v1/namespaces/" + namespace, ""));
    removed = true;
  }

  /** They have the time that they need to undo what they do to components of others. */
  private void endAgents() throws IOException {
    require(server.ask("DELETE", pods("", Orders.AGENT), ""));
  }

  private String pods(String how, String label) {
    return "/api/v1/namespaces/"
        + namespace
        + "/pods?"
        + how
        + "labelSelector="
        + label.replace("/", "%2F");
  }

  private void removePods() throws IOException {
    require(server.ask("DELETE", pods("gracePeriodSeconds=0&", Orders.COMPONENT), ""));
  }
}
