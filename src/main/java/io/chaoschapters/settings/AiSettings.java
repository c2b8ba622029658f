package io.chaoschapters.settings;

import java.util.List;
import org.apiguardian.api.API;

/** The settings of language models. Keys are none of them: they come from the environment only. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AiSettings {
  public static final Setting MODEL =
      Setting.of(
          "ai.model",
          "",
          "The language model: a name that its server knows; for llamacpp the path of a GGUF file. Of several diagnosers, the first that it can be meant for takes it; ai.<diagnoser>.model is for one of them.");

  public static final Setting URL =
      Setting.of(
          "ai.url",
          "",
          "Where the language model is served; not set: the provider's own address, for ollama this machine. ai.<diagnoser>.url is for one of several.");

  public static final Setting TIMEOUT =
      Setting.of(
          "ai.timeout",
          "120000",
          "Milliseconds that one diagnosis may take, repeats and waits included; a quarter more, and it is given up.");

  public static final Setting CONTEXT =
      Setting.of(
          "ai.context",
          "8192",
          "Tokens that a model of llamacpp or ollama reads and writes at once.");

  public static final Setting ANSWER_TOKENS =
      Setting.of(
          "ai.answer-tokens",
          "",
          "Tokens that one answer may have, thinking included; not set: 2000 for llamacpp and ollama, 16000 for others.");

  public static final Setting THINKING =
      Setting.of(
          "ai.thinking",
          "off",
          "Whether a model of ollama thinks before it answers, which takes many of its tokens: off and on tell it so, model leaves it to the model. Thinking is reported with the answer, for every provider.",
          "off",
          "on",
          "model");

  public static final Setting TEMPERATURE =
      Setting.of(
          "ai.temperature",
          "",
          "Sampling temperature; not set: 0 for llamacpp and ollama, the provider's own for others.");

  public static final Setting PRICE =
      Setting.of(
          "ai.price",
          "",
          "US dollars for a million tokens read and written, such as 3/15; not set: the table of prices that comes with the program, else unknown.");

  public static final Setting METHOD =
      Setting.of(
          "ai.method",
          "auto",
          "How a language model is asked; auto takes two-models for llamacpp, as measured, and one-prompt for others.");

  public static final Setting TOOLS =
      Setting.of(
          "ai.tools",
          "false",
          "true lets a capable model list components, query metrics, read logs and check invariants.");

  public static final Setting REDACT =
      Setting.of(
          "ai.redact",
          "false",
          "true replaces addresses and tokens in log lines before a diagnoser sees them.");

  public static final Setting MASK_TERMS =
      Setting.of(
          "ai.mask-terms",
          "false",
          "true hides the glossary's terms in log lines and in what components say of themselves.");

  public static final Setting LLAMA_SERVER =
      Setting.of(
          "ai.llama-server",
          "llama-server",
          "The llama-server program of llamacpp: a name on the PATH, or a path.");

  public static final Setting LLAMA_ARGUMENTS =
      Setting.of(
          "ai.llama-arguments",
          "",
          "More arguments for llama-server, separated by spaces, such as --threads 4.");

  public static final Setting EVIDENCE =
      Setting.of(
          "evidence",
          "",
          "What -Dmode=diagnose asks about: an evidence.json, or a folder with some below it.");

  public static final Setting AGENT =
      Setting.of(
          "ai.agent",
          "",
          "The file that describes an agent of yours, which -Dai=<its name> then asks; see docs/agents.md.");

  public static final Setting TRIGGER =
      Setting.of(
          "ai.trigger",
          "question",
          "What an agent of the kind http is sent: question is our own JSON when a chapter asks, alert is what Alertmanager sends to a webhook (version 4), as soon as an invariant is violated.",
          "question",
          "alert");

  public static final Setting GLOSSARY =
      Setting.of(
          "glossary",
          "",
          "With -Dmode=diagnose: 'current' asks saved evidence with today's glossary of -Dsubject= and tells what decided.");

  static final List<Setting> ALL =
      List.of(
          MODEL,
          URL,
          TIMEOUT,
          CONTEXT,
          ANSWER_TOKENS,
          THINKING,
          TEMPERATURE,
          PRICE,
          METHOD,
          TOOLS,
          REDACT,
          MASK_TERMS,
          LLAMA_SERVER,
          LLAMA_ARGUMENTS,
          EVIDENCE,
          AGENT,
          TRIGGER,
          GLOSSARY);

  private AiSettings() {}

  /**
   * A setting of one diagnoser's own, which goes before the one for all: {@code ai.openai.model}.
   */
  public static Setting ofDiagnoser(Setting forAll, String diagnoser) {
    String name = forAll.name().replaceFirst("^ai\\.", "ai." + diagnoser + ".");
    return Setting.of(name, "", forAll.description());
  }
}
