package io.chaoschapters.diagnosis.llm.chat;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Adds up tokens; unknown as soon as one question's were not counted. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class UsedTokens {
  private @Nullable Integer prompt;
  private @Nullable Integer answer;
  private boolean begun;

  public void add(@Nullable Integer promptTokens, @Nullable Integer answerTokens) {
    prompt = begun ? sum(prompt, promptTokens) : promptTokens;
    answer = begun ? sum(answer, answerTokens) : answerTokens;
    begun = true;
  }

  public @Nullable Integer prompt() {
    return prompt;
  }

  public @Nullable Integer answer() {
    return answer;
  }

  private static @Nullable Integer sum(@Nullable Integer one, @Nullable Integer other) {
    return one == null || other == null ? null : Integer.valueOf(one + other);
  }
}
