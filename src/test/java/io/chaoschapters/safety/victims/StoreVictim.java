package io.chaoschapters.safety.victims;

import io.chaoschapters.subjects.tikv.TikvCluster;
import io.chaoschapters.subjects.tikv.TikvSubject;

/** The subject {@code tikv} as a victim. */
public final class StoreVictim extends Victim<TikvCluster> {
  /** Made by {@link java.util.ServiceLoader}. */
  public StoreVictim() {
    super(new TikvSubject());
  }
}
