package io.chaoschapters.subject.yaml.read;

import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.subject.yaml.ask.CommandQuestion;
import io.chaoschapters.subject.yaml.ask.Template;
import io.chaoschapters.subject.yaml.compose.ComposeService;
import io.chaoschapters.subject.yaml.model.Check;
import io.chaoschapters.subject.yaml.model.ComponentEntry;
import io.chaoschapters.subject.yaml.model.ProbeEntry;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the components; their ids and ports first, because everything else names them. */
final class ComponentReader {
  private static final String FILES = "files";
  private static final String DELAYABLE = "delayable";
  private static final String CUT_OFF = "cut-off";
  private static final Pattern RANGE =
      Pattern.compile("([a-z0-9-]*)\\{([0-9]{1,3})\\.\\.([0-9]{1,3})}([a-z0-9-]*)");
  private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final String LABEL = "[A-Za-z0-9][A-Za-z0-9._/-]*=[A-Za-z0-9._-]*";
  private static final int MOST = 50;
  private static final Duration READY_WITHIN = Duration.ofSeconds(30);

  private final Section top;
  private final Section all;
  private final Map<String, ComposeService> services;
  private final String file;
  private final Index index;
  private final ClassReader classes;
  private final List<Head> heads = new ArrayList<>();

  /** An id, and where the rest of it stands. */
  private record Head(String id, int number, Section at, @Nullable ComposeService service) {}

  ComponentReader(
      Section top,
      Map<String, ComposeService> services,
      String file,
      Index index,
      ClassReader classes) {
    this.top = top;
    this.all = top.child("components");
    this.services = services;
    this.file = file;
    this.index = index;
    this.classes = classes;
  }

  /** Puts all into the index. */
  void index() {
    if (!all.exists() && top.mayHave("components")
        || !top.has("compose") && top.mayHave("compose")) {
      index.lackSome();
    }
    for (ComposeService service : services.values()) {
      Section at = all.child(service.id());
      requireKnownPorts(at);
      heads.add(new Head(service.id(), 1, at, service));
      index.add(service.id(), Containers.ports(service, ports(at)).keySet(), false);
    }
    for (String key : all.keys()) {
      Section at = all.child(key);
      if (services.containsKey(key)) {
        continue;
      }
      requireKnownPorts(at);
      for (Head head : heads(key, at)) {
        if (index.ids().contains(head.id())) {
          all.wrong(
              key, RootLocale.format("there are two components '%s'; rename one.", head.id()));
        } else {
          heads.add(head);
          index.add(head.id(), ports(at).keySet(), !at.has("image"));
        }
      }
    }
  }

  /** Names of components and ports are errors only where all of them are known. */
  private void requireKnownPorts(Section at) {
    if (!at.has("ports") && at.mayHave("ports")) {
      index.lackSome();
    }
  }

  private List<Head> heads(String key, Section at) {
    Matcher range = RANGE.matcher(key);
    if (!range.matches()) {
      if (!ID.matcher(key).matches()) {
        index.lackSome();
        all.wrong(
            key,
            RootLocale.format(
                "'%s' cannot be a component's id; use 1 to 63 lower-case letters, digits and hyphens, and {1..3} for several.",
                Words.quoted(key)));
        return List.of();
      }
      return List.of(new Head(key, 1, at, null));
    }
    int from = Integer.parseInt(range.group(2));
    int to = Integer.parseInt(range.group(3));
    if (to < from || to - from >= MOST) {
      index.lackSome();
      all.wrong(
          key,
          RootLocale.format(
              "'%s': the range goes from the smaller to the larger number, with %d components at most.",
              Words.quoted(key), MOST));
      return List.of();
    }
    List<Head> several = new ArrayList<>();
    for (int number = from; number <= to; number++) {
      several.add(new Head(range.group(1) + number + range.group(4), number, at, null));
    }
    return several;
  }

  private static Map<String, Integer> ports(Section at) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    Section names = at.child("ports");
    for (String name : names.keys()) {
      String number = String.valueOf(names.text(name));
      if (number.matches("[0-9]{1,5}")) {
        ports.put(name, Integer.parseInt(number));
      } else {
        names.wrong(name, RootLocale.format("'%s' is %s, which is no port.", name, number));
      }
    }
    for (String name : names.keys().isEmpty() ? at.texts("ports") : List.<String>of()) {
      if (!name.matches("[a-z][a-z0-9-]*")) {
        at.wrong(
            "ports",
            RootLocale.format(
                "'%s' is no name for a port; write a word in lower case, such as client. Its number is chosen when it starts, and {port.client} stands for it.",
                Words.quoted(name)));
      }
      ports.put(name, 0);
    }
    return ports;
  }

  List<ComponentEntry> read() {
    List<ComponentEntry> entries = new ArrayList<>();
    for (Head head : heads) {
      entries.add(head.service() == null ? read(head) : read(head, head.service()));
    }
    new StartOrder(entries, all).check();
    requireOneKind(entries);
    return entries;
  }

  /** A runtime has processes or containers, not both. */
  private void requireOneKind(List<ComponentEntry> entries) {
    Map<Boolean, List<ComponentEntry>> kinds =
        entries.stream().collect(Collectors.partitioningBy(entry -> entry.container() != null));
    boolean allKnown = all.keys().stream().map(all::child).allMatch(Section::isWhole);
    if (allKnown && kinds.values().stream().noneMatch(List::isEmpty)) {
      all.mistakes()
          .add(
              all.line(),
              RootLocale.format(
                  "'%s' is a container and '%s' a process; all components are the one or the other.",
                  kinds.get(true).get(0).id(), kinds.get(false).get(0).id()));
    }
  }

  private ComponentEntry read(Head head, ComposeService service) {
    Section at = head.at();
    ProbeReader probes = new ProbeReader(index, classes);
    boolean itself = service.checksItself();
    ProbeEntry probe =
        itself && !at.has("probe")
            ? new ProbeEntry.OwnCheck()
            : probes.read(at.child("probe"), head.id());
    Section ready = at.child("ready");
    return new ComponentEntry(
        head.id(),
        1,
        role(at, head),
        file + ":" + (at.exists() ? at : top.child("compose")).line(),
        null,
        Containers.ofService(service, at, top),
        "",
        Containers.environment(service),
        Containers.ports(service, ports(at)),
        Map.of(),
        service.after(),
        ready.exists()
            ? probes.readReady(ready, head.id())
            : itself ? new ProbeEntry.OwnCheck() : probe,
        ready.duration("within", service.readyWithin()),
        probe,
        metrics(at, head),
        version(at, head),
        delayable(at, head),
        cutOff(at, head));
  }

  private static String role(Section at, Head head) {
    String role = at.text("role");
    return role == null ? head.id().replaceFirst("-?[0-9]+$", "") : role;
  }

  private @Nullable CommandQuestion version(Section at, Head head) {
    List<Template> command = Values.templates(at, "version");
    index.check(at, "version", command, List.of(head.id()), Set.of());
    return at.has("version") ? new CommandQuestion(command) : null;
  }

  private ComponentEntry read(Head head) {
    Section at = head.at();
    ProbeReader probes = new ProbeReader(index, classes);
    ProbeEntry probe = probes.read(at.child("probe"), head.id());
    Section ready = at.child("ready");
    return new ComponentEntry(
        head.id(),
        head.number(),
        role(at, head),
        file + ":" + at.line(),
        program(at, head),
        Containers.byImage(at),
        selector(at),
        environment(at, head),
        ports(at),
        files(at, head),
        index.named(at, "after"),
        ready.exists() ? probes.readReady(ready, head.id()) : probe,
        ready.duration("within", READY_WITHIN),
        probe,
        metrics(at, head),
        version(at, head),
        delayable(at, head),
        cutOff(at, head));
  }

  /** The ports whose answers experiments may delay: by a proxy, which a process cannot have. */
  private List<String> delayable(Section at, Head head) {
    List<String> names = at.texts(DELAYABLE);
    if (!names.isEmpty() && head.service() == null && !at.has("image")) {
      at.wrong(
          DELAYABLE,
          "'delayable' goes with 'image' or a Compose file: nothing stands between processes that could delay what they answer.");
    }
    for (String name : names) {
      new AskReader(index).port(at, DELAYABLE, name, List.of(head.id()));
    }
    String link = ContainerProgram.linkName(head.id());
    if (!names.isEmpty() && index.ids().contains(link)) {
      at.wrong(
          DELAYABLE,
          RootLocale.format(
              "the proxy in front of '%s' is called '%s', as a component is; rename that.",
              head.id(), link));
    }
    return names;
  }

  /** Asked of the component itself, unless it says of whom. */
  private @Nullable Check cutOff(Section at, Head head) {
    Section cutOff = at.child(CUT_OFF);
    if (!cutOff.exists()) {
      return null;
    }
    List<String> of = cutOff.has("of") ? index.named(cutOff, "of") : List.of(head.id());
    if (of.size() > 1) {
      cutOff.wrong("of", "'of': say which one component is asked.");
    }
    Check check =
        new CheckReader(index).read(cutOff, of, index.targetNames(List.of(head.id()))).orElse(null);
    if (check != null
        && head.id().equals(check.of())
        && check.question().asksAt(at.texts(DELAYABLE))) {
      cutOff.wrong(
          RootLocale.format(
              "'cut-off': while '%s' is cut off, so is its proxy, and nothing answers at its delayable ports; ask another component, or at another port.",
              head.id()));
    }
    return check;
  }

  private ComponentEntry.@Nullable Program program(Section at, Head head) {
    List<Template> command = Values.templates(at, "command");
    index.check(at, "command", command, List.of(head.id()), Set.of());
    List<String> jvm = at.texts("jvm");
    if (at.has("java")) {
      return classes
          .named(at, "java")
          .map(main -> new ComponentEntry.Program(main, jvm, command))
          .orElse(null);
    }
    if (at.has("jvm")) {
      at.wrong("jvm", "'jvm' goes with 'java'.");
    }
    if (at.has("image") || at.has("selector") && command.isEmpty()) {
      return null;
    }
    if (command.isEmpty()) {
      at.wrong(
          RootLocale.format(
              "component '%s' needs a 'command', a 'java' class, an 'image', or a 'selector' where it only runs already.",
              head.id()));
      return null;
    }
    return new ComponentEntry.Program(null, List.of(), command);
  }

  /** Which labels it carries where it runs already. */
  private static String selector(Section at) {
    String selector = at.text("selector");
    if (selector == null) {
      return "";
    }
    if (!selector.matches(LABEL + "(," + LABEL + ")*")) {
      at.wrong(
          "selector",
          RootLocale.format(
              "'%s' is no selector; write labels and their values, such as app=store or app=store,tier=cache.",
              Words.quoted(selector)));
    }
    if (at.child("ports").keys().isEmpty()) {
      at.wrong(
          "ports",
          "with a selector, say each port's number in the pod or container: {http: 8080}.");
    }
    return selector;
  }

  private Map<String, Template> environment(Section at, Head head) {
    Map<String, Template> all = Values.templatesByName(at.child("environment"));
    index.check(at, "environment", List.copyOf(all.values()), List.of(head.id()), Set.of());
    return all;
  }

  private Map<String, Template> files(Section at, Head head) {
    Map<String, Template> all = Values.templatesByName(at.child(FILES));
    index.check(at, FILES, List.copyOf(all.values()), List.of(head.id()), Set.of());
    for (String name : all.keySet()) {
      boolean inside = !name.startsWith("/") && !List.of(name.split("/")).contains("..");
      if (!at.has("image") && !inside) {
        at.child(FILES)
            .wrong(
                name,
                RootLocale.format(
                    "'%s' is outside of the component's folder; write a name in it, and {folder}/%s where it is used.",
                    Words.quoted(name), name.replaceFirst(".*/", "")));
      }
    }
    return all;
  }

  private ComponentEntry.@Nullable MetricsPage metrics(Section at, Head head) {
    String text = at.text("metrics");
    if (text == null) {
      return null;
    }
    int slash = text.indexOf('/');
    String name = slash < 0 ? text : text.substring(0, slash);
    index.check(at, "metrics", List.of(new Template(text)), List.of(head.id()), Set.of());
    Optional<String> port = new AskReader(index).port(at, "metrics", name, List.of(head.id()));
    return port.map(
            found ->
                new ComponentEntry.MetricsPage(
                    found, slash < 0 ? "/metrics" : text.substring(slash)))
        .orElse(null);
  }
}
