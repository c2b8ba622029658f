package io.chaoschapters.subject;

import java.util.List;
import org.apiguardian.api.API;

/** A subject that can say before it is started what is missing on this machine. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface Requirements {
  /** A sentence each: what, where, what to do; empty when nothing is missing. */
  List<String> missing();
}
