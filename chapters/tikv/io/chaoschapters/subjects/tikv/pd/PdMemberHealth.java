package io.chaoschapters.subjects.tikv.pd;

import java.math.BigInteger;
import org.apiguardian.api.API;

/**
 * Whether a member of the PD cluster is well.
 *
 * @param id unsigned 64-bit
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PdMemberHealth(String name, BigInteger id, boolean healthy) {}
