package io.chaoschapters.subjects.ratelimiter.service;

import java.util.List;

/** The counts that all nodes share. Every call is bounded in time. */
interface SharedStore extends AutoCloseable {

  /** Counts one hit if the limit allows it, atomically, in the window that the store is in. */
  StrictReply check(String key, Limit limit) throws StoreUnavailableException;

  /**
   * Sends counts and reads the shared ones, over the one connection kept for this.
   *
   * @return the shared count after each item, in order
   * @throws StoreUnavailableException when any item failed; the store may have taken some
   */
  List<Long> sync(List<SyncItem> items) throws StoreUnavailableException;

  /** Overwrites the counter of one key and window. */
  void setCounter(String key, Window window, long count) throws StoreUnavailableException;

  @Override
  void close();
}
