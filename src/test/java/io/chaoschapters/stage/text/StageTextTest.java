package io.chaoschapters.stage.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.chaoschapters.stage.frame.Canvas;
import io.chaoschapters.stage.frame.Frame;
import io.chaoschapters.stage.frame.Palette;
import io.chaoschapters.stage.frame.Style;
import io.chaoschapters.stage.frame.Theme;
import io.chaoschapters.stage.frame.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a\\u001b[31;1mb\\u001b[0m|ab",
        "a\\u001b]52;c;cm0gLXJm\\u0007b|ab",
        "a\\u001b]0;title\\u001b\\\\b|ab",
        "a\\u001bPpayload\\u001b\\\\b|ab",
        "a\\u009b2Jb|a2Jb",
        "a\\u0000\\u0008\\u007fb|ab",
        "a\\u202eb\\u2066c\\u200bd\\ufeff|abcd",
        "e\\u0301t|ét",
        "q\\u0301t|qt",
        "\\u1112\\u1161\\u11ab|한",
        "a\\u1161b|a□b",
        "a\\ufffdb|a□b",
        "a\\ud83d\\ude00b|a□b",
        "a\\ud83d|a□",
        "a\\u00a0b|a b",
        "日本|日本"
      })
  void hostileText_isTamed(String raw, String clean) {
    assertThat(StageText.clean(unescaped(raw))).isEqualTo(clean);
  }

  @Test
  void messageOfAnAssertion_isReadAsASentence() {
    String message = "\n  expected: drift\n  answered: none (confidence 1)\n  grade:    MISSED";

    assertThat(StageText.sentence(message))
        .isEqualTo("expected: drift, answered: none (confidence 1), grade: MISSED");
  }

  @Test
  void unterminatedString_endsWithItsLine() {
    assertThat(StageText.clean("a\u001b]0;never ends\nb")).isEqualTo("a\nb");
  }

  @Test
  void lineEnds_areKeptAsLineFeeds() {
    assertThat(StageText.clean("a\r\nb\rc\td")).isEqualTo("a\nb\nc  d");
    assertThat(StageText.cleanLine(" a\r\nb ")).isEqualTo("a b");
  }

  @Test
  void everyCharacter_comesOutDrawable() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      all.append((char) c).append(' ');
    }
    assertThat(StageText.clean(all.toString()).chars())
        .allMatch(c -> c == '\n' || !Character.isISOControl(c))
        .noneMatch(c -> c >= 0xd800 && c <= 0xdfff)
        .noneMatch(c -> Character.getType(c) == Character.FORMAT);
  }

  @Test
  void wideCharacters_takeTwoColumns() {
    assertThat(StageText.columns('日')).isEqualTo(2);
    assertThat(StageText.columns('a')).isEqualTo(1);
    assertThat(StageText.columns('█')).isEqualTo(1);
    assertThat("✅❌⭐⚡㎡⏰☔〒ꀀ︐￥".chars()).allMatch(c -> StageText.columns((char) (int) c) == 2);
    assertThat("✓✗●▲☎⚠é…ｱ←".chars()).allMatch(c -> StageText.columns((char) (int) c) == 1);
    assertThat(TextLayout.fit("日本語", 5, Symbols.UNICODE)).isEqualTo("日本…");
    assertThat(TextLayout.wrap("日本語日本語", 4)).containsExactly("日本", "語日", "本語");
  }

  @Test
  void wideSign_pushesWhatFollowsByTwoColumns() {
    Frame frame = new Frame(14, 1, Style.PLAIN);
    Canvas.over(frame, new Theme(Palette.DARK, Symbols.UNICODE))
        .text(0, 0, "✅Root cause", Tone.TEXT);

    assertThat(frame.row(0)).isEqualTo("✅Root cause");
    assertThat(frame.characterAt(1, 0)).isEqualTo(Frame.CONTINUED);
    assertThat(frame.characterAt(2, 0)).isEqualTo('R');
  }

  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith("\\u", i)) {
        out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else if (text.startsWith("\\\\", i)) {
        out.append('\\');
        i++;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }
}
