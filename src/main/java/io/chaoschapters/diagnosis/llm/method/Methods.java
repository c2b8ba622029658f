package io.chaoschapters.diagnosis.llm.method;

import io.chaoschapters.diagnosis.semantic.Retriever;
import io.chaoschapters.settings.AiSettings;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apiguardian.api.API;

/** Finds a method by its name; docs/diagnosis-llm.md compares them. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Methods {
  /** What was measured to be best where a server tells token probabilities. */
  public static final String TWO_MODELS = "two-models";

  private static final String AUTO = "auto";
  private static final String TOOLS = "look-closer";
  private static final int ALL = Integer.MAX_VALUE;

  /** How many definitions the language model is asked about. */
  public static final int FEW = 4;

  /** How much the embedded model counts beside the language model, in nats for a score of 1. */
  private static final double EMBEDDING = 2;

  private static final Map<String, Function<Settings, AskingMethod>> KNOWN =
      Map.of(
          "one-prompt",
          settings -> new OnePrompt(),
          TOOLS,
          settings -> new LookCloser(),
          "yes-or-no",
          settings -> likeliest("yes-or-no 1", settings, new Contrast(new YesOrNo()), ALL, 0),
          "letters",
          settings -> likeliest("letters 1", settings, new LetterChoiceQuestion(), ALL, 0),
          "shortlist",
          settings -> likeliest("shortlist 1", settings, new LetterChoiceQuestion(), FEW, 0),
          "shortlist-contrast",
          settings ->
              likeliest(
                  "shortlist-contrast 1",
                  settings,
                  new Contrast(new LetterChoiceQuestion()),
                  FEW,
                  0),
          TWO_MODELS,
          settings ->
              likeliest("two-models 2", settings, new LetterChoiceQuestion(), FEW, EMBEDDING));

  private Methods() {}

  private static AskingMethod likeliest(
      String version, Settings settings, Question question, int shortlist, double embedding) {
    return new TwoModelsMethod(version, new Retriever(settings), question, shortlist, embedding);
  }

  /**
   * The method that the settings name.
   *
   * @param best the name of what is taken when no setting names one
   */
  public static AskingMethod of(Settings settings, String best) {
    String asked = settings.text(AiSettings.METHOD);
    String usual = settings.isOn(AiSettings.TOOLS) ? TOOLS : best;
    Function<Settings, AskingMethod> found = KNOWN.get(asked.equals(AUTO) ? usual : asked);
    if (found == null) {
      throw new InvalidSettingException(
          RootLocale.format(
              "No method '%s' (known: auto, %s). Use -Dai.method=<name>.",
              asked, String.join(", ", new TreeMap<>(KNOWN).keySet())));
    }
    return found.apply(settings);
  }
}
