package io.chaoschapters.diagnosis.semantic.words;

import java.util.Locale;
import java.util.ResourceBundle;
import org.apiguardian.api.API;

/** The wording that the embedded model compares with definitions. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ComparedText {
  private static final ResourceBundle TEXT =
      ResourceBundle.getBundle(ComparedText.class.getPackageName() + ".semantic-text", Locale.ROOT);

  private ComparedText() {}

  public static String get(String key) {
    return TEXT.getString(key);
  }
}
