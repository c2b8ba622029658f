package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.GoJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which store of which cluster has its data in a folder.
 *
 * @param clusterId the cluster's id
 * @param storeId the store's id
 */
record StoreIdentity(long clusterId, long storeId) {
  private static Path file(Path folder) {
    return folder.resolve("store.json");
  }

  /** Empty for a folder that no store has used yet. */
  static Optional<StoreIdentity> load(Path folder) throws IOException {
    return Files.exists(file(folder))
        ? Optional.of(GoJson.read(Files.readAllBytes(file(folder)), StoreIdentity.class))
        : Optional.empty();
  }

  void save(Path folder) throws IOException {
    Files.write(file(folder), GoJson.compact(this));
  }
}
