package io.chaoschapters.subjects.tikv.pd;

import java.math.BigInteger;

/**
 * Whether a member of the PD cluster is well.
 *
 * @param id unsigned 64-bit
 */
public record PdMemberHealth(String name, BigInteger id, boolean healthy) {}
