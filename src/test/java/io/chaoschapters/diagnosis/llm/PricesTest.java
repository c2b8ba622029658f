package io.chaoschapters.diagnosis.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chaoschapters.diagnosis.llm.chat.Price;
import io.chaoschapters.diagnosis.llm.chat.PriceTable;
import io.chaoschapters.diagnosis.llm.chat.UsedTokens;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
  private static final ProviderSettings NONE = choice("openai", Map.of());

  private static ProviderSettings choice(String diagnoser, Map<String, String> settings) {
    return new ProviderSettings(diagnoser, Settings.of(settings));
  }

  @Test
  void modelOfTheTable_hasItsPriceWithOrWithoutADate() {
    assertThat(Prices.of("claude-sonnet-5-5", NONE)).isEqualTo(new Price(2, 10));
    assertThat(Prices.of("gpt-4.1-2025-04-14", NONE)).isEqualTo(new Price(2, 8));
    assertThat(PriceTable.load().asOf()).matches("20\\d\\d-\\d\\d-\\d\\d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"claude-sonnet-5-5-fast", "gpt-4.1-nano", "mine"})
  void otherModel_costsAnUnknownAmount(String model) {
    assertThat(Prices.of(model, NONE)).isNull();
  }

  @Test
  void setting_goesFirst() {
    assertThat(Prices.of("gpt-4.1", choice("openai", Map.of("ai.price", "0.5/1.25"))))
        .isEqualTo(new Price(0.5, 1.25));
    assertThatThrownBy(() -> Prices.of("m", choice("openai", Map.of("ai.price", "cheap"))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("such as 3/15");
  }

  @Test
  void priceForAll_isThatOfTheFirstModelOnly() {
    Map<String, String> settings =
        Map.of("ai", "semantic,openai,gemini", "ai.price", "3/15", "ai.anthropic.price", "1/2");
    assertThat(Prices.of("m", choice("openai", settings))).isEqualTo(new Price(3, 15));
    assertThat(Prices.of("m", choice("gemini", settings))).isNull();
    assertThat(Prices.of("m", choice("anthropic", settings))).isEqualTo(new Price(1, 2));
  }

  @Test
  void cost_isKnownOnlyWithBothCounts() {
    Price price = new Price(3, 15);
    assertThat(price.of(1_000_000, 100_000)).isEqualTo(4.5);
    assertThat(price.of(null, 5)).isNull();
    assertThat(price.of(5, null)).isNull();
  }

  @Test
  void tally_isUnknownAsSoonAsOneQuestionIs() {
    UsedTokens tally = new UsedTokens();
    assertThat(tally.prompt()).isNull();
    tally.add(10, 2);
    tally.add(5, 1);
    assertThat(tally.prompt()).isEqualTo(15);
    assertThat(tally.answer()).isEqualTo(3);
    tally.add(null, 1);
    tally.add(7, 1);
    assertThat(tally.prompt()).isNull();
    assertThat(tally.answer()).isEqualTo(5);
  }
}
