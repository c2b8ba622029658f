package io.chaoschapters.diagnosis.llm;

import io.chaoschapters.diagnosis.Diagnoser;
import io.chaoschapters.diagnosis.Diagnosis;
import io.chaoschapters.diagnosis.Inquiry;
import io.chaoschapters.diagnosis.Preparation;
import io.chaoschapters.diagnosis.Privacy;
import io.chaoschapters.diagnosis.Provenance;
import io.chaoschapters.diagnosis.answer.Grounding;
import io.chaoschapters.diagnosis.evidence.CoreText;
import io.chaoschapters.diagnosis.llm.chat.Conversation;
import io.chaoschapters.diagnosis.llm.chat.Deadline;
import io.chaoschapters.diagnosis.llm.chat.ModelClient;
import io.chaoschapters.diagnosis.llm.chat.ModelSource;
import io.chaoschapters.diagnosis.llm.chat.Price;
import io.chaoschapters.diagnosis.llm.chat.RetryPolicy;
import io.chaoschapters.diagnosis.llm.chat.Served;
import io.chaoschapters.diagnosis.llm.method.AskingMethod;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A language model as a diagnoser. */
final class ChatDiagnoser implements Diagnoser {
  private final Served served;
  private final ModelSource source;
  private final AskingMethod method;
  private final Limits limits;
  private final @Nullable Price price;
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * How long things may take.
   *
   * @param timeout a question, all in all
   * @param firstWait before a server that is busy is asked for the second time
   */
  record Limits(Duration timeout, Duration firstWait) {}

  ChatDiagnoser(
      Served served,
      ModelSource source,
      AskingMethod method,
      Limits limits,
      @Nullable Price price) {
    this.served = served;
    this.source = source;
    this.method = method;
    this.limits = limits;
    this.price = price;
  }

  @Override
  public String id() {
    return served.diagnoser();
  }

  @Override
  public String version() {
    return method.version() + ", " + served.model();
  }

  @Override
  public String description() {
    return RootLocale.format(CoreText.get("llm.description"), served.model(), method.version());
  }

  @Override
  public Privacy privacy() {
    return switch (source.reach()) {
      case OWN_PROCESS ->
          Privacy.staysOnMachine(
              RootLocale.format(CoreText.get("llm.leaves.local"), served.model()));
      // What answers on this machine may pass it on.
      case THIS_MACHINE -> Privacy.leaves(leaving("llm.leaves.loopback"));
      case ELSEWHERE -> Privacy.leaves(leaving("llm.leaves.hosted"));
    };
  }

  private String leaving(String sentence) {
    return RootLocale.format(CoreText.get(sentence), served.server(), served.model());
  }

  @Override
  public void warmUp(Preparation preparation) {
    source.open(preparation);
    method.warmUp();
  }

  @Override
  public Diagnosis diagnose(Inquiry inquiry) {
    ModelClient model = source.open(null);
    Conversation conversation =
        new Conversation(
            inquiry,
            model,
            new RetryPolicy(limits.firstWait(), closed),
            Deadline.in(limits.timeout()));
    Diagnosis answer = method.diagnose(conversation);
    Provenance provenance = conversation.provenance(id(), version(), price);
    return new Grounding(inquiry.evidence()).check(answer.by(provenance));
  }

  @Override
  public void close() {
    closed.countDown();
    source.close();
  }
}
