package io.chaoschapters.subject.yaml.run;

import io.chaoschapters.runtime.ComponentSpec;
import io.chaoschapters.runtime.ProcessPlace;
import io.chaoschapters.runtime.ProcessProgram;
import io.chaoschapters.subject.Health;
import io.chaoschapters.subject.yaml.ask.Names;
import io.chaoschapters.subject.yaml.ask.Template;
import io.chaoschapters.subject.yaml.model.ComponentEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes what a runtime needs to start a component. */
final class ProcessSpecs {
  private static final String PORT = "port.";

  private final Addresses addresses;
  private final List<ComponentEntry> all;

  ProcessSpecs(Addresses addresses, List<ComponentEntry> all) {
    this.addresses = addresses;
    this.all = all;
  }

  ComponentSpec of(ComponentEntry entry) {
    addresses.number(entry.id(), entry.number());
    entry.ports().keySet().stream().findFirst().ifPresent(port -> addresses.port(entry.id(), port));
    ComponentSpec spec = started(entry).withDelayable(entry.delayable().toArray(String[]::new));
    return entry.selector().isEmpty() ? spec : spec.foundBy(entry.selector(), entry.ports());
  }

  private ComponentSpec started(ComponentEntry entry) {
    return new ComponentSpec(
        entry.id(),
        entry.role(),
        List.copyOf(entry.ports().keySet()),
        process(entry),
        ContainerSpecs.of(entry, all),
        component -> {
          addresses.add(component); // its own check may be asked before the start returns
          Health health = entry.ready().look(component, addresses.of(component));
          entry.requireInTime(health);
          return health == Health.SERVING;
        },
        entry.readyWithin());
  }

  private @org.jspecify.annotations.Nullable ProcessProgram process(ComponentEntry entry) {
    ComponentEntry.Program program = entry.program();
    return program == null ? null : new ProcessProgram(new Line(entry, program), Map.of());
  }

  private final class Line implements ProcessProgram.Command {
    private final ComponentEntry entry;
    private final ComponentEntry.Program program;

    Line(ComponentEntry entry, ComponentEntry.Program program) {
      this.entry = entry;
      this.program = program;
    }

    @Override
    public List<String> line(ProcessPlace place) {
      addresses.folder(entry.id(), place.folder());
      Names names = names(place);
      write(place, names);
      List<String> line = new ArrayList<>();
      if (program.main() != null) {
        line.addAll(place.java(program.main(), program.jvm().toArray(String[]::new)));
      }
      line.addAll(Template.fill(program.command(), names));
      return line;
    }

    @Override
    public Map<String, String> environment(ProcessPlace place) {
      Map<String, String> all = new HashMap<>();
      entry.environment().forEach((name, text) -> all.put(name, text.fill(names(place))));
      return all;
    }

    private void write(ProcessPlace place, Names names) {
      entry
          .files()
          .forEach(
              (name, text) -> {
                Path file = place.folder().resolve(name);
                try {
                  Files.createDirectories(file.getParent());
                  Files.writeString(file, text.fill(names));
                } catch (IOException e) {
                  throw new UncheckedIOException("The file " + file + " could not be written", e);
                }
              });
    }

    private Names names(ProcessPlace place) {
      Names own = name -> own(place, name);
      return own.or(name -> peer(place, name));
    }

    private Optional<String> own(ProcessPlace place, String name) {
      if (name.startsWith(PORT)) {
        return Optional.of(Integer.toString(place.port(name.substring(PORT.length()))));
      }
      return switch (name) {
        case "id" -> Optional.of(entry.id());
        case "n" -> Optional.of(Integer.toString(entry.number()));
        case "folder" -> Optional.of(place.folder().toString());
        case "host" -> Optional.of("127.0.0.1");
        default -> Optional.empty();
      };
    }

    private Optional<String> peer(ProcessPlace place, String name) {
      int dot = name.indexOf('.');
      String component = dot < 0 ? "" : name.substring(0, dot);
      String what = name.substring(dot + 1);
      if (what.startsWith(PORT)) {
        int port = place.peer(component, what.substring(PORT.length())).port();
        return Optional.of(Integer.toString(port));
      }
      return switch (what) {
        case "host" -> Optional.of("127.0.0.1");
        case "id" -> Optional.of(component);
        default -> addresses.ofAll().value(name);
      };
    }
  }
}
