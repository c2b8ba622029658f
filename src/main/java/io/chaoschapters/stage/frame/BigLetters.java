package io.chaoschapters.stage.frame;

import java.util.HashMap;
import java.util.Map;
import org.apiguardian.api.API;

/** Letters of five by five dots, for words that the last row reads. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class BigLetters {
  public static final int ROWS = 5;

  /** How many rows a word at half the height takes. */
  public static final int HALF_ROWS = 3;

  private static final Map<Character, String[]> LETTERS = letters();

  private BigLetters() {}

  private static Map<Character, String[]> letters() {
    Map<Character, String[]> map = new HashMap<>();
    put(map, ' ', ". . . . .");
    put(map, 'A', ".###. #...# ##### #...# #...#");
    put(map, 'B', "####. #...# ####. #...# ####.");
    put(map, 'C', ".#### #.... #.... #.... .####");
    put(map, 'D', "####. #...# #...# #...# ####.");
    put(map, 'E', "##### #.... ####. #.... #####");
    put(map, 'F', "##### #.... ####. #.... #....");
    put(map, 'G', ".#### #.... #..## #...# .####");
    put(map, 'H', "#...# #...# ##### #...# #...#");
    put(map, 'I', "### .#. .#. .#. ###");
    put(map, 'J', "..### ...#. ...#. #..#. .##..");
    put(map, 'K', "#..#. #.#.. ##... #.#.. #..#.");
    put(map, 'L', "#.... #.... #.... #.... #####");
    put(map, 'M', "#...# ##.## #.#.# #...# #...#");
    put(map, 'N', "#...# ##..# #.#.# #..## #...#");
    put(map, 'O', ".###. #...# #...# #...# .###.");
    put(map, 'P', "####. #...# ####. #.... #....");
    put(map, 'Q', ".###. #...# #.#.# #..#. .##.#");
    put(map, 'R', "####. #...# ####. #..#. #...#");
    put(map, 'S', ".#### #.... .###. ....# ####.");
    put(map, 'T', "##### ..#.. ..#.. ..#.. ..#..");
    put(map, 'U', "#...# #...# #...# #...# .###.");
    put(map, 'V', "#...# #...# #...# .#.#. ..#..");
    put(map, 'W', "#...# #...# #.#.# ##.## #...#");
    put(map, 'X', "#...# .#.#. ..#.. .#.#. #...#");
    put(map, 'Y', "#...# .#.#. ..#.. ..#.. ..#..");
    put(map, 'Z', "##### ...#. ..#.. .#... #####");
    put(map, '-', "..... ..... ##### ..... .....");
    put(map, '✓', "....# ...#. #.#.. .#... .....");
    put(map, '✗', "#...# .#.#. ..#.. .#.#. #...#");
    put(map, '▲', "..#.. .###. .#.#. ##### #####");
    put(map, '○', ".###. #...# #...# #...# .###.");
    put(map, '●', ".###. ##### ##### ##### .###.");
    put(map, '■', "##### ##### ##### ##### #####");
    put(map, '◆', "..#.. .###. ##### .###. ..#..");
    put(map, '?', ".###. #...# ..##. ..... ..#..");
    return map;
  }

  private static void put(Map<Character, String[]> map, char letter, String rows) {
    map.put(letter, rows.split(" "));
  }

  /** Whether there is a letter for each of a word's characters. */
  public static boolean canDraw(String word) {
    return !word.isEmpty() && word.chars().allMatch(c -> LETTERS.containsKey((char) c));
  }

  /** How many dots a word is wide. */
  public static int dots(String word) {
    int dots = 0;
    for (char c : word.toCharArray()) {
      dots += glyph(c)[0].length() + 1;
    }
    return Math.max(0, dots - 1);
  }

  /** Draws a word; a dot is so many columns wide and one row high. */
  public static void draw(Canvas canvas, int x, int y, String word, int columnsPerDot, Tone tone) {
    char ink = canvas.symbols().pick('█', '#');
    forEachDot(
        word,
        (dot, row) -> {
          for (int i = 0; i < columnsPerDot; i++) {
            canvas.set(x + dot * columnsPerDot + i, y + row, ink, tone);
          }
        });
  }

  /** Draws a word at half the height: two dots share a row. Takes three rows. */
  public static void drawHalf(Canvas canvas, int x, int y, String word, Tone tone) {
    drawHalf(canvas, x, y, word, 0, tone);
  }

  /**
   * As {@code drawHalf}, half a row lower: in the same three rows, with air above and not beneath.
   */
  public static void drawHalfLowered(Canvas canvas, int x, int y, String word, Tone tone) {
    drawHalf(canvas, x, y, word, 1, tone);
  }

  private static void drawHalf(Canvas canvas, int x, int y, String word, int down, Tone tone) {
    boolean[][] on = new boolean[ROWS + 1][dots(word) + 1];
    forEachDot(word, (dot, row) -> on[row + down][dot] = true);
    for (int row = 0; row < ROWS; row += 2) {
      for (int dot = 0; dot < on[0].length; dot++) {
        char c = half(on[row][dot], on[row + 1][dot]);
        if (c != ' ') {
          canvas.set(x + dot, y + row / 2, c, tone);
        }
      }
    }
  }

  private static char half(boolean upper, boolean lower) {
    if (upper) {
      return lower ? '█' : '▀';
    }
    return lower ? '▄' : ' ';
  }

  private interface Dot {
    void at(int column, int row);
  }

  private static void forEachDot(String word, Dot dot) {
    int x = 0;
    for (char c : word.toCharArray()) {
      String[] glyph = glyph(c);
      for (int row = 0; row < ROWS; row++) {
        for (int column = 0; column < glyph[row].length(); column++) {
          if (glyph[row].charAt(column) == '#') {
            dot.at(x + column, row);
          }
        }
      }
      x += glyph[0].length() + 1;
    }
  }

  private static String[] glyph(char c) {
    String[] glyph = LETTERS.get(c);
    if (glyph == null) {
      throw new IllegalArgumentException("There is no big letter '" + c + "'");
    }
    return glyph;
  }
}
