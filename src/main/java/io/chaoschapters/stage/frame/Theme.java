package io.chaoschapters.stage.frame;

import io.chaoschapters.stage.text.Symbols;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * How the stage looks.
 *
 * @param palette its colors
 * @param symbols its signs
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record Theme(Palette palette, Symbols symbols) {

  /**
   * A theme by name, unless the environment asks for no color.
   *
   * @param name as {@link Palette#of} knows it
   * @param environment where {@code NO_COLOR} with any value but the empty one means monochrome
   *     (no-color.org)
   */
  public static Theme of(String name, Symbols symbols, Map<String, String> environment) {
    Palette wanted = Palette.of(name);
    boolean noColour = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Theme(noColour ? Palette.MONOCHROME : wanted, symbols);
  }

  /** How a tone is drawn. */
  public Style style(Tone tone) {
    return palette.style(tone);
  }
}
