package io.chaoschapters.subjects.tikv.service.store;

import io.chaoschapters.subjects.tikv.service.ServerLog;

/** The lines with which TiKV begins its log, as far as they are true here. */
final class Greeting {
  private static final String[] KERNEL = {
    "net.core.somaxconn", "net.ipv4.tcp_syncookies", "vm.swappiness"
  };

  private Greeting() {}

  static void write(ServerLog log) {
    log.info("lib.rs", "Welcome to the stand-in for TiKV");
    log.info("lib.rs", "Release Version:   " + StandInStore.VERSION);
    log.info("lib.rs", "Edition:           Community");
    log.info("lib.rs", "Git Commit Hash:   None");
    log.info("lib.rs", "Git Commit Branch: None");
    log.info("lib.rs", "UTC Build Time:    None");
    log.info("lib.rs", "Java Version:      " + Runtime.version());
    log.info("lib.rs", "Enable Features:   ratis");
    log.info("lib.rs", "Profile:           stand-in");
    Runtime runtime = Runtime.getRuntime();
    log.info("mod.rs", "memory limit in bytes: " + runtime.maxMemory());
    log.info("mod.rs", "cpu cores quota: " + runtime.availableProcessors());
    for (String parameter : KERNEL) {
      log.warn("server.rs", "check: kernel", "parameter", parameter, "err", "not looked at");
    }
  }
}
