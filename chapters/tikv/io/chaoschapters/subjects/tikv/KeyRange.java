package io.chaoschapters.subjects.tikv;

import io.chaoschapters.subjects.tikv.pd.PdRegion;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The keys of one region, as clients see them.
 *
 * <p>Keys are bytes, and PD begins regions at some that are no text in UTF-8. Here they are texts
 * with a character a byte, in {@link #BYTES}, so that they compare as stores compare them.
 *
 * @param regionId as PD calls it; an id from 2^63 on turns negative, and is still no other's
 * @param start the first key; empty for no start
 */
record KeyRange(long regionId, String start) {
  /** How a key's text stands for its bytes: each byte has a character of the same number. */
  static final Charset BYTES = StandardCharsets.ISO_8859_1;

  static KeyRange of(PdRegion region) {
    byte[] start = HexFormat.of().parseHex(region.startKey());
    return new KeyRange(region.id().longValue(), new String(start, BYTES));
  }

  /**
   * A key in this range. A slash comes before all letters at which regions begin, and longer keys
   * come after the start that they begin with.
   */
  String key(String name) {
    return start + "/" + name;
  }

  /** A key for people: what is no printable ASCII is shown in hexadecimal. */
  static String shown(String key) {
    StringBuilder shown = new StringBuilder();
    for (byte b : key.getBytes(BYTES)) {
      if (b >= ' ' && b < 0x7f) {
        shown.append((char) b);
      } else {
        shown.append("\\x").append(HexFormat.of().toHexDigits(b));
      }
    }
    return shown.toString();
  }
}
