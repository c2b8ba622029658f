package io.chaoschapters.subjects.tikv.pd;

import java.math.BigInteger;
import java.util.List;

/**
 * A member of the PD cluster.
 *
 * @param id unsigned 64-bit; half of all are larger than a long holds
 */
public record PdMember(String name, BigInteger id, List<String> clientUrls) {
  /** Copies the list. */
  public PdMember {
    clientUrls = List.copyOf(clientUrls);
  }
}
