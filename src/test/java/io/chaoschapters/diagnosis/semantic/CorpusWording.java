package io.chaoschapters.diagnosis.semantic;

import java.util.List;

/**
 * What evidence of any system holds beside the traces of a fault: consequences, noise, words for
 * work.
 */
final class CorpusWording {
  static final List<String> WORK =
      List.of(
          "requests",
          "operations",
          "calls",
          "jobs",
          "transactions",
          "messages",
          "queries",
          "clients",
          "sessions",
          "orders");

  /** Statements that nearly any fault breaks; the first letter says on which side. */
  static final List<String> CONSEQUENCES =
      List.of(
          ">fewer than {n} percent of the {w} fail",
          ">hardly any {w} fail",
          "<at least {n}9 percent of the {w} succeed",
          ">{n}5 percent of the {w} finish within half a second",
          ">the 99th percentile of the time of the {w} stays low",
          ">{w} take no longer than a second",
          "<{w} are served",
          "<{w} get through all the time",
          ">no {w} time out",
          "<the {w} keep coming in at the usual rate",
          ">the error rate of the {w} stays below {n} percent",
          ">the last success is no more than two seconds ago",
          ">nobody waits longer than usual for the {w}");

  /** Statements that components answer. */
  static final List<String> ANSWERING =
      List.of(
          "<all {R}s answer",
          "<every {R} can be reached",
          "<{A} answer",
          "<every component passes its health check",
          "<all components are up",
          "<each {R} is alive",
          "<{A} can be reached",
          "<all {n} {R}s respond to a probe");

  /** Sentences that end definitions. */
  static final List<String> TAILS =
      List.of(
          "Clients see errors until it is back.",
          "{W} take longer than usual.",
          "{W} fail meanwhile.",
          "The other {R}s go on working.",
          "Users notice delays.",
          "{W} are retried and some run into their timeout.",
          "Nothing is lost.",
          "It goes unnoticed at first.",
          "{W} are refused while everything else answers.",
          "Applications wait.",
          "The system has little to do meanwhile.");

  static final List<String> SIGNALS =
      List.of(
          "+share of {w} that failed",
          "+time that 95 percent of the {w} stay within",
          "-{w} that finished",
          "+{w} that were repeated",
          "-components that answer");

  static final List<String> LOG =
      List.of(
          "connection closed by client",
          "configuration reloaded",
          "request failed: timeout",
          "retrying in 2 s",
          "client disconnected",
          "GET /index 200 12 ms",
          "could not send heartbeat in time",
          "checkpoint complete: wrote 344 buffers",
          "accepted connection from client",
          "slow request took 812 ms",
          "session closed",
          "received signal, reloading",
          "failed to reach peer",
          "i/o timeout",
          "connection reset by peer",
          "request aborted",
          "worker started",
          "leaving state",
          "error while reading: end of file",
          "unexpected end of connection",
          "too slow, dropping client",
          "GC pause 210 ms",
          "new connection",
          "rotating log file",
          "connection refused",
          "health check failed",
          "no server available",
          "state changed",
          "retry limit reached",
          "broken pipe");

  static final List<String> DETAILS =
      List.of(
          "{k} of 10 in use",
          "in rotation",
          "last check OK",
          "leader",
          "follower",
          "version 2.{k}",
          "{k} clients",
          "connected",
          "not connected",
          "syncing",
          "idle",
          "busy",
          "serving {k} requests",
          "not in rotation, last check failed",
          "catching up",
          "no leader known");

  private CorpusWording() {}
}
