package io.chaoschapters.subjects.tikv.pd;

import java.math.BigInteger;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A member of the PD cluster.
 *
 * @param id unsigned 64-bit; half of all are larger than a long holds
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PdMember(String name, BigInteger id, List<String> clientUrls) {
  /** Copies the list. */
  public PdMember {
    clientUrls = List.copyOf(clientUrls);
  }
}
