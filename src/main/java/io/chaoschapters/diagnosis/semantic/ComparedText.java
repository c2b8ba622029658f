package io.chaoschapters.diagnosis.semantic;

import java.util.Locale;
import java.util.ResourceBundle;

/** The wording that the embedded model compares with definitions. */
final class ComparedText {
  private static final ResourceBundle TEXT =
      ResourceBundle.getBundle(ComparedText.class.getPackageName() + ".semantic-text", Locale.ROOT);

  private ComparedText() {}

  static String get(String key) {
    return TEXT.getString(key);
  }
}
