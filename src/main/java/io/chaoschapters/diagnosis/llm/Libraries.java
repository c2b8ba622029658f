package io.chaoschapters.diagnosis.llm;

import io.chaoschapters.library.OptionalLibrary;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.text.RootLocale;

/** Refuses a diagnoser whose library is not there, before a class is touched that links to it. */
final class Libraries {
  private Libraries() {}

  static void require(String diagnoser, OptionalLibrary library) {
    String missing = OptionalLibrary.missing(library);
    if (!missing.isEmpty()) {
      throw new InvalidSettingException(
          RootLocale.format("Diagnoser '%s' cannot be used: %s.", diagnoser, missing));
    }
  }
}
