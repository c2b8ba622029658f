package io.chaoschapters.diagnosis;

import io.chaoschapters.diagnosis.evidence.Evidence;
import io.chaoschapters.diagnosis.evidence.SavedView;
import io.chaoschapters.diagnosis.evidence.SystemTools;
import io.chaoschapters.diagnosis.evidence.SystemView;
import io.chaoschapters.diagnosis.leak.ForbiddenPhrases;
import io.chaoschapters.diagnosis.leak.LeakCheck;
import io.chaoschapters.diagnosis.leak.LeakException;
import io.chaoschapters.run.AgentEvent;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** One question to a diagnoser: the evidence, and what it may use while it answers. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Inquiry {
  private final Evidence evidence;
  private final LeakCheck leaks;
  private final Consumer<String> text;
  private final Consumer<String> note;
  private final @Nullable SystemTools tools;
  private final @Nullable SystemView view;
  private final Consumer<AgentEvent> steps;

  /**
   * Makes one.
   *
   * @param leaks is asked about everything that a model is about to be shown
   * @param text is given the answer piece by piece as it comes in
   * @param note is given a sentence when something happens on the way to it
   * @param tools what a diagnoser may use to look closer, or null for nothing
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public Inquiry(
      Evidence evidence,
      LeakCheck leaks,
      Consumer<String> text,
      Consumer<String> note,
      @Nullable SystemTools tools) {
    this(evidence, leaks, text, note, tools, null, step -> {});
  }

  private Inquiry(
      Evidence evidence,
      LeakCheck leaks,
      Consumer<String> text,
      Consumer<String> note,
      @Nullable SystemTools tools,
      @Nullable SystemView view,
      Consumer<AgentEvent> steps) {
    this.evidence = evidence;
    this.leaks = leaks;
    this.text = text;
    this.note = note;
    this.tools = tools;
    this.view = view;
    this.steps = steps;
  }

  /**
   * As above, for diagnosers that look around by themselves.
   *
   * @param around what they see
   * @param each is given each of their steps
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public Inquiry withView(SystemView around, Consumer<AgentEvent> each) {
    return new Inquiry(evidence, leaks, text, note, tools, around, each);
  }

  /** An inquiry in which only the glossary's own words are leaks, and notes are dropped. */
  public static Inquiry about(Evidence evidence, Consumer<String> text) {
    return new Inquiry(
        evidence, LeakCheck.of(evidence, ForbiddenPhrases.none()), text, note -> {}, null);
  }

  /** Returns a copy whose text and notes are passed on only while they are wanted. */
  Inquiry heardWhile(BooleanSupplier listening) {
    return new Inquiry(
        evidence,
        leaks,
        piece -> passOn(piece, text, listening),
        sentence -> passOn(sentence, note, listening),
        tools,
        view,
        step -> passOn(step, steps, listening));
  }

  private static <T> void passOn(T words, Consumer<T> to, BooleanSupplier listening) {
    if (listening.getAsBoolean()) {
      to.accept(words);
    }
  }

  /** What was observed. */
  public Evidence evidence() {
    return evidence;
  }

  /** Shows a piece of the answer. */
  public void text(String piece) {
    text.accept(piece);
  }

  /** Tells in a sentence what happens, such as a wait. */
  public void note(String sentence) {
    note.accept(sentence);
  }

  /** What may be used to look closer; empty when nothing is allowed. */
  public Optional<SystemTools> tools() {
    return Optional.ofNullable(tools);
  }

  /** What an agent may look at: the system that runs, or else the evidence. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public SystemView view() {
    return view == null ? new SavedView(evidence) : view;
  }

  /** Reports a step of an agent. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public void step(AgentEvent step) {
    steps.accept(step);
  }

  /**
   * Must be called with everything that a model is about to be shown.
   *
   * @param shown all of it but definitions of the glossary
   * @param glossary the definitions of the glossary among it
   * @throws LeakException when it gives the answer away
   */
  public void requireNoLeak(String shown, String glossary) {
    leaks.requireNone(shown, glossary);
  }
}
