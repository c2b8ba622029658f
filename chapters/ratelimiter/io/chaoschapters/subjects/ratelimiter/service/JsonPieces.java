package io.chaoschapters.subjects.ratelimiter.service;

import io.chaoschapters.text.RootLocale;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A JSON object with one long list, whose items are looked at when they are about to be sent. */
final class JsonPieces implements Pieces {
  private static final int LARGEST_ITEM = 2 * 1024;

  private final Json json;
  private final Iterator<?> items;
  private final String foot;
  private @Nullable String head;
  private boolean first = true;
  private boolean over;

  /**
   * @param frame the object with that list empty, so that it alone says what there is beside it
   * @param list the name of the list
   */
  JsonPieces(Json json, Object frame, String list, Iterator<?> items) {
    this.json = json;
    this.items = items;
    String text = new String(json.bytes(frame), StandardCharsets.UTF_8);
    String empty = "\"" + list + "\":[]";
    int at = text.indexOf(empty);
    if (at < 0) {
      throw new IllegalArgumentException(RootLocale.format("There is no empty list '%s'", list));
    }
    int split = at + empty.length() - 1;
    this.head = text.substring(0, split);
    this.foot = text.substring(split);
  }

  @Override
  public @Nullable ByteBuffer next() {
    if (over) {
      return null;
    }
    ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE);
    if (head != null) {
      piece.writeBytes(head.getBytes(StandardCharsets.UTF_8));
      head = null;
    }
    while (piece.size() < PIECE - LARGEST_ITEM && items.hasNext()) {
      if (!first) {
        piece.write(',');
      }
      first = false;
      piece.writeBytes(json.bytes(items.next()));
    }
    if (!items.hasNext()) {
      piece.writeBytes(foot.getBytes(StandardCharsets.UTF_8));
      over = true;
    }
    return ByteBuffer.wrap(piece.toByteArray());
  }

  @Override
  public int bytesKept() {
    return PIECE;
  }
}
