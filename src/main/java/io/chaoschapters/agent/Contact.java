package io.chaoschapters.agent;

import java.io.IOException;

/** A way to put a question to an agent. */
interface Contact {
  /**
   * Puts the question and returns when there is an answer, the agent has ended, or the time is
   * over.
   */
  Heard ask(OpenQuestion question, Surroundings around) throws IOException, InterruptedException;
}
