package io.chaoschapters.subject.yaml.compose;

import io.chaoschapters.runtime.ContainerProgram.Mount;
import io.chaoschapters.subject.file.Section;
import io.chaoschapters.text.RootLocale;
import io.chaoschapters.text.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what is mounted into containers. A named volume is new in each run. */
final class ServiceVolumes {
  private final Section declared;
  private final Path folder;
  private final Map<String, String> userOf = new HashMap<>();

  ServiceVolumes(Section declared, Path folder) {
    this.declared = declared;
    this.folder = folder;
  }

  List<Mount> read(Section service) {
    List<Mount> mounts = new ArrayList<>();
    Section list = service.child("volumes");
    int count = list.tree().root().at(list.pointer()).size();
    for (int i = 0; i < count; i++) {
      String item = Integer.toString(i);
      String text = list.text(item);
      Mount mount =
          text == null ? written(list.child(item), service) : brief(list, item, text, service);
      if (mount != null) {
        mounts.add(mount);
      }
    }
    for (String to : service.texts("tmpfs")) {
      mounts.add(new Mount(to.replaceFirst(":.*", ""), null, false, true));
    }
    return mounts;
  }

  /** Such as {@code ./conf:/etc/app:ro}. */
  private @Nullable Mount brief(Section list, String item, String text, Section service) {
    List<String> parts = List.of(text.split(":"));
    if (parts.size() == 1) {
      return new Mount(text, null, false, false);
    }
    List<String> modes = parts.size() < 3 ? List.of() : List.of(parts.get(2).split(","));
    if (parts.size() > 3 || !List.of("ro", "rw", "z", "Z", "cached").containsAll(modes)) {
      list.wrong(
          item,
          RootLocale.format(
              "'%s' is no volume that is read here; write SOURCE:TARGET, SOURCE:TARGET:ro or TARGET.",
              Words.quoted(text)));
      return null;
    }
    boolean readOnly = modes.contains("ro");
    String from = parts.get(0);
    return from.startsWith(".") || from.startsWith("/") || from.startsWith("~")
        ? bound(list, item, from, parts.get(1), readOnly)
        : named(list, item, from, new Mount(parts.get(1), null, readOnly, false), service);
  }

  /** With a key for each part. */
  private @Nullable Mount written(Section at, Section service) {
    String to = String.valueOf(at.text("target"));
    String from = at.text("source");
    boolean readOnly = "true".equals(at.text("read_only"));
    String type = String.valueOf(at.text("type"));
    if (type.equals("tmpfs")) {
      return new Mount(to, null, false, true);
    }
    if (from == null) {
      return new Mount(to, null, readOnly, false);
    }
    return type.equals("bind")
        ? bound(at, "source", from, to, readOnly)
        : named(at, "source", from, new Mount(to, null, readOnly, false), service);
  }

  private @Nullable Mount bound(Section at, String key, String from, String to, boolean readOnly) {
    String home = System.getProperty("user.home");
    Path path = folder.resolve(from.replaceFirst("^~", home)).normalize();
    if (!Files.exists(path)) {
      at.wrong(
          key,
          RootLocale.format(
              "'%s' is not there (%s); make it, as Compose would mount an empty folder.",
              Words.quoted(from), path));
      return null;
    }
    return new Mount(to, path, readOnly, false);
  }

  private @Nullable Mount named(Section at, String key, String name, Mount mount, Section service) {
    if (!declared.has(name)) {
      at.wrong(
          key,
          RootLocale.format(
              "there is no volume '%s' among the 'volumes' at the top of the file.",
              Words.quoted(name)));
      return null;
    }
    String other = userOf.putIfAbsent(name, service.name());
    if (other != null) {
      at.wrong(
          key,
          RootLocale.format(
              "volume '%s' is that of '%s' already; one volume of two services is not supported here.",
              name, other));
      return null;
    }
    return mount;
  }
}
