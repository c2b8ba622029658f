package io.chaoschapters.subject.yaml.ask;

import io.chaoschapters.runtime.RuntimeFailureException;
import io.chaoschapters.runtime.process.ProgramRun;
import io.chaoschapters.text.RootLocale;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A program that is run on this machine, without a shell.
 *
 * @param command the program and its arguments
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record CommandQuestion(List<Template> command) implements Question {
  /** Copies the command. */
  public CommandQuestion {
    command = List.copyOf(command);
  }

  @Override
  public Answer ask(Names names, Duration within) {
    try {
      ProgramRun run = ProgramRun.of(Template.fill(command, names), within, names.marks());
      return run.late()
          ? Answer.late(RootLocale.format("'%s' did not end", words(names)), within)
          : new Answer(null, run.exitCode(), run.printed(), run.output());
    } catch (RuntimeFailureException | IllegalArgumentException e) {
      return Answer.failed(e, within);
    }
  }

  @Override
  public List<Template> templates() {
    return command;
  }

  @Override
  public String words(Names names) {
    return String.join(" ", Template.fill(command, names));
  }
}
