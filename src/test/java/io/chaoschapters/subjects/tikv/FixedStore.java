package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.toy.ToyComponent;

/** A store that is only looked at by its name and its address. */
class FixedStore extends ToyComponent {
  private final String address;

  FixedStore(String id, String address) {
    super(id);
    this.address = address;
  }

  @Override
  public String role() {
    return TikvComponents.STORE_ROLE;
  }

  @Override
  public Endpoint internalEndpoint(String port) {
    String[] parts = address.split(":");
    return new Endpoint(parts[0], Integer.parseInt(parts[1]));
  }
}
