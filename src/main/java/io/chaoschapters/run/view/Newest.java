package io.chaoschapters.run.view;

import java.util.AbstractList;
import java.util.RandomAccess;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An immutable list that keeps its newest elements, at most so many. The list with one element more
 * shares the memory of the one before, so that growing costs the same however long it is.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Newest<T> extends AbstractList<T> implements RandomAccess {
  private static final int FIRST_CELLS = 16;

  private final Cells cells;
  private final int from;
  private final int to;
  private final int most;

  /** Memory that several lists share; each sees its own part, which is never written again. */
  private static final class Cells {
    private final @Nullable Object[] elements;
    private int used;

    Cells(int size) {
      elements = new Object[size];
    }

    /** Writes an element at an index, unless another list was first. */
    synchronized boolean claim(int index, Object element) {
      if (used != index || index == elements.length) {
        return false;
      }
      elements[index] = element;
      used = index + 1;
      return true;
    }
  }

  private Newest(Cells cells, int from, int to, int most) {
    this.cells = cells;
    this.from = from;
    this.to = to;
    this.most = most;
  }

  /** An empty list that will keep at most so many elements. */
  static <T> Newest<T> atMost(int most) {
    return new Newest<>(new Cells(0), 0, 0, most);
  }

  /** An empty list that will keep as many. */
  Newest<T> none() {
    return atMost(most);
  }

  /** Returns a copy with an element added. */
  Newest<T> plus(T element) {
    int first = size() < most ? from : from + 1;
    if (cells.claim(to, element)) {
      return new Newest<>(cells, first, to + 1, most);
    }
    int kept = to - first;
    Cells copy = new Cells(FIRST_CELLS + 2 * kept);
    System.arraycopy(cells.elements, first, copy.elements, 0, kept);
    copy.used = kept;
    copy.claim(kept, element);
    return new Newest<>(copy, 0, kept + 1, most);
  }

  @Override
  @SuppressWarnings("unchecked") // only elements of this list's type were put in
  public T get(int index) {
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException(index);
    }
    return (T) cells.elements[from + index];
  }

  @Override
  public int size() {
    return to - from;
  }
}
