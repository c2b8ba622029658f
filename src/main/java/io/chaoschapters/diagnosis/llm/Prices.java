package io.chaoschapters.diagnosis.llm;

import io.chaoschapters.diagnosis.llm.chat.Price;
import io.chaoschapters.diagnosis.llm.chat.PriceTable;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.SettingValue;
import io.chaoschapters.text.RootLocale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what a model costs: by the setting, else in the table, else it is unknown. */
final class Prices {
  private static final Pattern PAIR =
      Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?)/(\\d{1,6}(?:\\.\\d{1,6})?)");

  private Prices() {}

  static @Nullable Price of(String model, ProviderSettings choice) {
    SettingValue set = choice.price();
    return set.value().isEmpty() ? PriceTable.load().find(model) : parse(set);
  }

  private static Price parse(SettingValue set) {
    Matcher pair = PAIR.matcher(set.value());
    if (!pair.matches()) {
      throw new InvalidSettingException(
          RootLocale.format(
              "Setting '%s' is '%s' (from %s): write US dollars for a million tokens read and written, such as 3/15.",
              set.setting().name(), set.value(), set.origin()));
    }
    return new Price(Double.parseDouble(pair.group(1)), Double.parseDouble(pair.group(2)));
  }
}
