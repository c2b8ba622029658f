package io.chaoschapters.subject.yaml;

import io.chaoschapters.runtime.process.Programs;
import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import io.chaoschapters.subject.yaml.ask.Question;
import io.chaoschapters.subject.yaml.ask.Template;
import io.chaoschapters.subject.yaml.model.ComponentEntry;
import io.chaoschapters.subject.yaml.model.Definition;
import io.chaoschapters.subject.yaml.model.FaultEntry;
import io.chaoschapters.subject.yaml.model.LoadEntry;
import io.chaoschapters.text.RootLocale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Programs that a subject's file names and this machine does not have. */
final class MissingPrograms {
  private final Map<String, String> whereByProgram = new LinkedHashMap<>();

  MissingPrograms(Definition definition) {
    for (ComponentEntry entry : definition.components()) {
      ComponentEntry.Program program = entry.program();
      if (program != null && program.main() == null) {
        add(program.command(), entry.where(), "component '" + entry.id() + "'");
      }
      CommandQuestion version = entry.version();
      if (version != null) {
        add(version.command(), entry.where(), "the version of '" + entry.id() + "'");
      }
    }
    for (LoadEntry entry : definition.loads()) {
      add(entry.request(), definition.file(), "load '" + entry.name() + "'");
    }
    for (FaultEntry entry : definition.faults()) {
      String what = "fault '" + entry.name() + "'";
      Stream.concat(entry.inject().stream(), entry.undo().stream())
          .forEach(command -> add(command, entry.where(), what));
      add(entry.witness().question(), entry.where(), what);
    }
  }

  private void add(Question question, String where, String what) {
    if (question instanceof CommandQuestion command) {
      add(command.command(), where, what);
    }
  }

  private void add(List<Template> command, String where, String what) {
    if (!command.isEmpty() && command.get(0).names().isEmpty()) {
      whereByProgram.putIfAbsent(command.get(0).text(), RootLocale.format("%s: %s", where, what));
    }
  }

  /** In the order of the file. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    whereByProgram.forEach(
        (program, where) -> {
          if (!isThere(program)) {
            sentences.add(
                RootLocale.format(
                    "%s needs the program '%s', which is not on the PATH. Install it, or write its path.",
                    where, program));
          }
        });
    return sentences;
  }

  private static boolean isThere(String program) {
    return program.contains("/")
        ? Programs.isProgram(Path.of(program))
        : Programs.onPath(program).isPresent();
  }
}
