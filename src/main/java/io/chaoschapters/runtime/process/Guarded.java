package io.chaoschapters.runtime.process;

import org.apiguardian.api.API;

/** Something that a guard process looks after; both texts go into one line that it reads. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface Guarded {
  /** Names it among all that is guarded; no spaces. */
  String key();

  /** What the guard has to know of it: the key, and maybe more words. */
  default String words() {
    return key();
  }
}
