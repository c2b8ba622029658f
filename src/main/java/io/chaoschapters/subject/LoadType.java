package io.chaoschapters.subject;

import java.util.List;
import org.apiguardian.api.API;

/** A kind of client traffic that experiments can name. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface LoadType<C extends Cluster> {
  /** Its name in experiment files. */
  String name();

  /** What it sends, one clause. */
  String description();

  /** Its parameters; none unless it says so. */
  default List<ParameterSpec> parameters() {
    return List.of();
  }

  /** Starts it; it runs until it is closed. */
  RunningLoad start(C cluster, Parameters parameters);
}
