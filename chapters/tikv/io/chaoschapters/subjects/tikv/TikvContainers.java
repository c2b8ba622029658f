package io.chaoschapters.subjects.tikv;

import io.chaoschapters.runtime.ContainerImage;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.Endpoint;
import io.chaoschapters.text.RootLocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * How the parts of the system run as containers: as TiKV's own programs, or as whatever takes the
 * same command lines in images that were put in their place.
 */
final class TikvContainers {
  private static final ContainerImage PD = ContainerImage.of("pingcap/pd:v8.5.0");
  private static final ContainerImage TIKV = ContainerImage.of("pingcap/tikv:v8.5.0");

  private static final int PD_CLIENT = 2379;
  private static final int PD_PEER = 2380;
  private static final int STORE_CLIENT = 20160;
  private static final int STORE_STATUS = 20180;
  private static final String CONFIGURATION = "/etc/chapters.toml";

  private TikvContainers() {}

  static List<String> images() {
    return List.of(PD.needed(), TIKV.needed());
  }

  static ContainerProgram pd(String id) {
    return new ContainerProgram(
        PD,
        List.of(
            "--name=" + id,
            "--data-dir=/tmp/pd",
            "--client-urls=http://0.0.0.0:" + PD_CLIENT,
            RootLocale.format("--advertise-client-urls=http://%s:%d", id, PD_CLIENT),
            "--peer-urls=http://0.0.0.0:" + PD_PEER,
            RootLocale.format("--advertise-peer-urls=http://%s:%d", id, PD_PEER),
            "--config=" + CONFIGURATION),
        Map.of(),
        Map.of(TikvComponents.CLIENT, PD_CLIENT),
        Map.of(CONFIGURATION, configuration("pd.toml")));
  }

  static ContainerProgram store(String id, Endpoint pd) {
    return new ContainerProgram(
        TIKV,
        List.of(
            "--addr=0.0.0.0:" + STORE_CLIENT,
            RootLocale.format(
                "--advertise-addr=%s:%d", ContainerProgram.linkName(id), STORE_CLIENT),
            "--status-addr=0.0.0.0:" + STORE_STATUS,
            RootLocale.format("--advertise-status-addr=%s:%d", id, STORE_STATUS),
            "--pd-endpoints=" + pd,
            "--data-dir=/tmp/tikv",
            "--config=" + CONFIGURATION),
        Map.of(),
        Map.of(TikvComponents.CLIENT, STORE_CLIENT, TikvComponents.STATUS, STORE_STATUS),
        Map.of(CONFIGURATION, configuration("tikv.toml")));
  }

  /** The same files that the compose file of people without tests uses. */
  static String configuration(String name) {
    String resource = "docker/tikv/" + name;
    try (InputStream in = TikvContainers.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            RootLocale.format("There is no %s on the class path.", resource));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " could not be read", e);
    }
  }
}
