package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.Component;
import io.chaoschapters.runtime.Endpoint;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import org.tikv.common.HostMapping;

/**
 * Where this JVM reaches what the placement driver calls by the names of the stores' own network.
 */
final class Addresses implements HostMapping {
  private static final long serialVersionUID = 1L;

  private final HashMap<String, String> outside = new HashMap<>();

  Addresses(Component pd, List<Component> stores) {
    add(pd);
    stores.forEach(this::add);
  }

  private void add(Component component) {
    Endpoint here = component.endpoint(TikvComponents.CLIENT);
    outside.put(component.internalEndpoint(TikvComponents.CLIENT).toString(), here.toString());
  }

  /** The same address when it is not one of those. */
  String seenHere(String address) {
    return outside.getOrDefault(address, address);
  }

  @Override
  public URI getMappedURI(URI inside) {
    String authority = inside.getAuthority();
    return authority == null
        ? inside
        : URI.create(inside.getScheme() + "://" + seenHere(authority));
  }
}
