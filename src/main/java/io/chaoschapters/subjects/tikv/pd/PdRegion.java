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
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PdRegion(
    BigInteger id,
    String startKey,
    String endKey,
    List<BigInteger> peerStores,
    @Nullable BigInteger leaderStore,
    List<BigInteger> downStores) {
  /** Copies the lists. */
  public PdRegion {
    peerStores = List.copyOf(peerStores);
    downStores = List.copyOf(downStores);
  }
}
