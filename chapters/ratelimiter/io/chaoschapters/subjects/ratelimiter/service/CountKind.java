package io.chaoschapters.subjects.ratelimiter.service;

/** Which of the two shared counts a node works with; see {@link StoreKeys}. */
enum CountKind {
  /** One number that every node adds to. */
  COUNTER,
  /** A hash with the total of each node. */
  TOTALS
}
