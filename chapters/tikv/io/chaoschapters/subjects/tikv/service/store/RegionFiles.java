package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.Keys;
import io.chaoschapters.text.RootLocale;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tikv.kvproto.Kvrpcpb.KvPair;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.kvproto.RaftServerpb.PeerState;
import org.tikv.kvproto.RaftServerpb.RegionLocalState;
import org.tikv.shade.com.google.protobuf.ByteString;

/**
 * What each region of this store began with, before the first entry of its Raft log, on the disk. A
 * region that became a part of another one leaves a file that says so: an old log must not bring it
 * back.
 */
final class RegionFiles {
  /** A region as it began. */
  record Beginning(Region region, NavigableMap<ByteString, ByteString> values) {}

  private final Path folder;

  RegionFiles(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  private Path file(long region) {
    return folder.resolve(Long.toString(region));
  }

  /** Whether there was ever such a region here. */
  boolean knows(long region) {
    return Files.exists(file(region));
  }

  /** The regions that are here. */
  List<Beginning> all() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\d+"))
          .flatMap(name -> load(Long.parseLong(name)).stream())
          .toList();
    }
  }

  /** Empty when there is no such region here, or no more. */
  Optional<Beginning> load(long region) {
    if (!knows(region)) {
      return Optional.empty();
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file(region)))) {
      RegionLocalState state = RegionLocalState.parseDelimitedFrom(in);
      if (state.getState() == PeerState.Tombstone) {
        return Optional.empty();
      }
      TreeMap<ByteString, ByteString> values = new TreeMap<>(Keys.ORDER);
      for (KvPair pair = KvPair.parseDelimitedFrom(in);
          pair != null;
          pair = KvPair.parseDelimitedFrom(in)) {
        values.put(pair.getKey(), pair.getValue());
      }
      return Optional.of(new Beginning(state.getRegion(), values));
    } catch (IOException e) {
      throw new UncheckedIOException(RootLocale.format("%s cannot be read", file(region)), e);
    }
  }

  /** Keeps how a region begins. */
  void begin(Region region, Map<ByteString, ByteString> values) {
    write(region.getId(), state(PeerState.Normal, region), values);
  }

  /** A region is here no more, and will never be again. */
  void bury(Region region) {
    write(region.getId(), state(PeerState.Tombstone, region), Map.of());
  }

  private static RegionLocalState state(PeerState state, Region region) {
    return RegionLocalState.newBuilder().setState(state).setRegion(region).build();
  }

  private void write(long id, RegionLocalState state, Map<ByteString, ByteString> values) {
    Path part = folder.resolve(id + ".part");
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      state.writeDelimitedTo(bytes);
      for (Map.Entry<ByteString, ByteString> value : values.entrySet()) {
        KvPair.newBuilder()
            .setKey(value.getKey())
            .setValue(value.getValue())
            .build()
            .writeDelimitedTo(bytes);
      }
      try (FileChannel file =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes.toByteArray());
        while (rest.hasRemaining()) {
          file.write(rest);
        }
        file.force(true);
      }
      Files.move(
          part, file(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(RootLocale.format("%s cannot be written", file(id)), e);
    }
  }
}
