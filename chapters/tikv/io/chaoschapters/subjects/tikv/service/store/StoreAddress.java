package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.text.RootLocale;

/** A host and a port to listen on, written {@code host:port}. */
record StoreAddress(String host, int port) {
  static StoreAddress parse(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1 || !text.substring(colon + 1).matches("\\d{1,5}")) {
      throw new FatalException("config.rs", RootLocale.format("invalid address: \"%s\"", text));
    }
    return new StoreAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
  }
}
