package io.chaoschapters.subject.yaml.compose;

import io.chaoschapters.subject.file.Section;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the ports of containers. Under which port of this machine one is found is chosen when it
 * starts, so that runs can go on side by side.
 */
final class ServicePorts {
  private static final Pattern BRIEF =
      Pattern.compile("(?:.*:)?([0-9]{1,5})(?:/tcp)?", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final int HIGHEST = 65_535;

  private ServicePorts() {}

  /** By name where the file has one, else by the number. */
  static Map<String, Integer> read(Section service) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    for (String key : new String[] {"ports", "expose"}) {
      Section list = service.child(key);
      int count = list.tree().root().at(list.pointer()).size();
      for (int i = 0; i < count; i++) {
        read(list, Integer.toString(i), ports);
      }
    }
    return ports;
  }

  private static void read(Section list, String item, Map<String, Integer> ports) {
    Section at = list.child(item);
    String text = list.text(item);
    String written = text == null ? String.valueOf(at.text("target")) : text;
    Matcher brief = BRIEF.matcher(written);
    boolean tcp = text != null || !at.has("protocol") || "tcp".equals(at.text("protocol"));
    if (!tcp || !brief.matches() || Integer.parseInt(brief.group(1)) > HIGHEST) {
      list.wrong(
          item,
          RootLocale.format(
              "port '%s' is not read here; write one TCP port of the container, such as 8080:80 or 80.",
              Words.quoted(written)));
      return;
    }
    int number = Integer.parseInt(brief.group(1));
    String name = text == null ? at.text("name") : null;
    if (!ports.containsValue(number)) {
      boolean usable = name != null && NAME.matcher(name).matches();
      ports.put(usable ? name : brief.group(1), number);
    }
  }
}
