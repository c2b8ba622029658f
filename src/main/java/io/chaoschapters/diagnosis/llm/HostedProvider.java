package io.chaoschapters.diagnosis.llm;

import dev.langchain4j.model.chat.StreamingChatModel;
import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.DiagnoserProvider;
import io.chaoschapters.diagnosis.llm.chat.LangChainModel;
import io.chaoschapters.diagnosis.llm.chat.ModelSource;
import io.chaoschapters.diagnosis.llm.chat.Served;
import io.chaoschapters.diagnosis.llm.http.ModelHttp;
import io.chaoschapters.diagnosis.llm.method.Methods;
import io.chaoschapters.library.OptionalLibrary;
import io.chaoschapters.settings.InvalidSettingException;
import io.chaoschapters.settings.Settings;
import io.chaoschapters.text.RootLocale;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What providers of hosted models have in common. A provider is made on every class path, so what
 * links to its library is in a class of its own.
 */
abstract class HostedProvider implements DiagnoserProvider {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);

  /** Not measured for large models; the method for small ones would limit them. */
  private static final String USUAL_METHOD = "one-prompt";

  private final ApiKeys keys;
  private final String id;
  private final OptionalLibrary library;
  private final String ownUrl;
  private final String usualModel;
  private final List<String> keyVariables;

  /**
   * A provider.
   *
   * @param library what speaks to the model
   * @param ownUrl the provider's own address
   * @param usualModel the model that is asked when none is named; empty when one must be named
   * @param keyVariables the variables that may hold the key, the usual one first; empty for none
   */
  HostedProvider(
      Function<String, @Nullable String> environment,
      String id,
      OptionalLibrary library,
      String ownUrl,
      String usualModel,
      List<String> keyVariables) {
    this.keys = new ApiKeys(environment);
    this.id = id;
    this.library = library;
    this.ownUrl = ownUrl;
    this.usualModel = usualModel;
    this.keyVariables = keyVariables;
  }

  @Override
  public final String id() {
    return id;
  }

  /**
   * What a model is made of.
   *
   * @param key the key, or null when none is needed; it must not get into a message
   */
  record Parts(
      String model,
      String url,
      @Nullable String key,
      ProviderSettings chosen,
      ModelHttp http,
      int answerTokens) {
    @Override
    public String toString() {
      return RootLocale.format("%s at %s", model, url);
    }
  }

  /** Whether the address wants a key. */
  boolean needsKey(String url) {
    return !keyVariables.isEmpty();
  }

  /** How many tokens the model reads and writes at once, or null when only its server knows. */
  @Nullable Integer context(Settings settings) {
    return null;
  }

  /** How long an answer may be that no setting limits; thinking counts. */
  int usualAnswerTokens() {
    return 16_000;
  }

  /** Comes after it was seen that the library is there. */
  abstract StreamingChatModel model(Parts parts);

  @Override
  public final Diagnoser open(Settings settings) {
    Libraries.require(id, library);
    ProviderSettings chosen = new ProviderSettings(id, settings);
    String url = chosen.url().isEmpty() ? ownUrl : chosen.url();
    URI address = address(url);
    String model = chosen.model().isEmpty() ? usualModel : chosen.model();
    if (model.isEmpty()) {
      throw new InvalidSettingException(
          RootLocale.format(
              "Diagnoser '%s' needs a model: name one that %s has with -Dai.model=<name>.",
              id, url));
    }
    String key =
        needsKey(url) ? keys.require(id, keyVariables) : keys.find(keyVariables).orElse(null);
    ModelHttp http = new ModelHttp(CONNECT_WITHIN);
    Served served =
        new Served(
            id,
            model,
            address.getAuthority(),
            keyVariables.isEmpty() ? null : String.join(" or ", keyVariables),
            context(settings));
    StreamingChatModel chat =
        model(new Parts(model, url, key, chosen, http, chosen.answerTokens(usualAnswerTokens())));
    return new ChatDiagnoser(
        served,
        ModelSource.of(new LangChainModel(served, chat, http), reach(address)),
        Methods.of(settings, USUAL_METHOD),
        chosen.limits(),
        Prices.of(model, chosen));
  }

  private URI address(String url) {
    try {
      URI address = URI.create(url);
      if (address.getHost() != null && String.valueOf(address.getScheme()).startsWith("http")) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(noAddress(url));
    }
    throw new InvalidSettingException(noAddress(url));
  }

  private String noAddress(String url) {
    return RootLocale.format(
        "'%s' is no address for diagnoser '%s': write it as http://host:port or https://host/path.",
        url, id);
  }

  private static ModelSource.Reach reach(URI address) {
    String host = address.getHost();
    boolean loopback = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    return loopback ? ModelSource.Reach.THIS_MACHINE : ModelSource.Reach.ELSEWHERE;
  }
}
