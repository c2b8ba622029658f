package io.chaoschapters.subjects.tikv.service.store;

import java.util.List;
import java.util.SortedMap;
import org.tikv.kvproto.Metapb.Region;
import org.tikv.shade.com.google.protobuf.ByteString;

/** What a command on one region does to the store that applies it. */
interface RegionEffects {
  /** A part of a region, with what was in it. */
  record Part(Region region, SortedMap<ByteString, ByteString> values) {}

  /** The region was split: these are new. */
  void split(List<Part> parts);

  /** The region takes no more writes, and waits to become a part of another one. */
  void merging(Region source, Region target);

  /** Another region became a part of this one. */
  void absorbed(Region source);
}
