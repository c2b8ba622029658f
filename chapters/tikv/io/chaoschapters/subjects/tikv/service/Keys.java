package io.chaoschapters.subjects.tikv.service;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.shade.com.google.protobuf.ByteString;

/** Keys are bytes, and are compared as unsigned ones. */
public final class Keys {
  /** The order of keys. */
  public static final Comparator<ByteString> ORDER = ByteString.unsignedLexicographicalComparator();

  private Keys() {}

  /** Whether a region holds a key: from its start to before its end, which is empty for no end. */
  public static boolean holds(Region region, ByteString key) {
    return ORDER.compare(region.getStartKey(), key) <= 0
        && (region.getEndKey().isEmpty() || ORDER.compare(key, region.getEndKey()) < 0);
  }

  /** In upper-case hexadecimal, as PD writes keys. */
  public static String hex(ByteString key) {
    return HexFormat.of().withUpperCase().formatHex(key.toByteArray());
  }

  /**
   * The key in hexadecimal, in upper or lower case.
   *
   * @throws IllegalArgumentException when it is no hexadecimal
   */
  public static ByteString ofHex(String hex) {
    return ByteString.copyFrom(HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT)));
  }
}
