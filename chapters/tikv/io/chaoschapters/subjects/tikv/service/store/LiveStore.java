package io.chaoschapters.subjects.tikv.service.store;

/** What the metrics page tells of this moment. */
record LiveStore(RaftStore store, Disk disk, SlowScore score, Heartbeats heartbeats)
    implements StoreMetrics.Live {
  @Override
  public int leaders() {
    return store.led().size();
  }

  @Override
  public int slowScore() {
    return score.value();
  }

  @Override
  public long capacity() {
    return disk.capacity();
  }

  @Override
  public long available() {
    return disk.available();
  }

  @Override
  public long used() {
    return store.bytes();
  }

  @Override
  public long pdReconnects() {
    return heartbeats.reconnects();
  }
}
