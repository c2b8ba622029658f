package io.chaoschapters.subjects.tikv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * What a store says of its own copy of a region, at this moment.
 *
 * @param leads whether that copy leads
 * @param knowsLeader whether it follows or is a leader; a copy that looks for one knows none
 * @param term by which an old leader that was not told yet differs from the new one
 */
record RegionRole(boolean leads, boolean knowsLeader, long term) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads the answer to {@code GET /region/ID} on a store's status port.
   *
   * @throws IOException when it is something else
   */
  static RegionRole read(byte[] answer) throws IOException {
    JsonNode raft = JSON.readTree(answer).path("raft_status");
    JsonNode state = raft.path("soft_state");
    if (!state.path("raft_state").isTextual()) {
      throw new IOException("a region without 'raft_state'");
    }
    boolean leads = state.path("raft_state").textValue().equals("Leader");
    return new RegionRole(
        leads,
        leads || state.path("leader_id").asLong() != 0,
        raft.path("hard_state").path("term").asLong());
  }
}
