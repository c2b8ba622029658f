package io.chaoschapters.diagnosis.llm;

import org.jspecify.annotations.Nullable;

/** Adds up tokens; unknown as soon as one question's were not counted. */
final class Tally {
  private @Nullable Integer prompt;
  private @Nullable Integer answer;
  private boolean begun;

  void add(@Nullable Integer promptTokens, @Nullable Integer answerTokens) {
    prompt = begun ? sum(prompt, promptTokens) : promptTokens;
    answer = begun ? sum(answer, answerTokens) : answerTokens;
    begun = true;
  }

  @Nullable Integer prompt() {
    return prompt;
  }

  @Nullable Integer answer() {
    return answer;
  }

  private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
    return one == null || other == null ? null : Integer.valueOf(one + other);
  }
}
