package io.chaoschapters.subjects.tikv.pd;

import java.math.BigInteger;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A region as PD knows it from its leader's last report.
 *
 * @param id unsigned 64-bit
 * @param startKey in upper-case hexadecimal; empty for no start
 * @param endKey in upper-case hexadecimal; empty for no end
 * @param peerStores the stores that hold a copy
 * @param leaderStore the store whose copy leads as far as PD knows, or null for none
 * @param downStores the stores whose copy its leader reports as down
 * @param pendingStores the stores whose copy has fallen behind its leader; of a store that has just
 *     gone, these are the regions that have elected since
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PdRegion(
    BigInteger id,
    String startKey,
    String endKey,
    List<BigInteger> peerStores,
    @Nullable BigInteger leaderStore,
    List<BigInteger> downStores,
    List<BigInteger> pendingStores) {
  /** Copies the lists. */
  public PdRegion {
    peerStores = List.copyOf(peerStores);
    downStores = List.copyOf(downStores);
    pendingStores = List.copyOf(pendingStores);
  }

  /** Whether each of its copies is there and keeps up, as far as its leader has told. */
  public boolean isWhole() {
    return downStores.isEmpty() && pendingStores.isEmpty();
  }
}
