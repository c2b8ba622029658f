package io.chaoschapters.runtime.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import io.chaoschapters.runtime.ContainerProgram;
import io.chaoschapters.runtime.docker.engine.Engine;
import io.chaoschapters.runtime.guard.GuardLink;
import io.chaoschapters.text.RootLocale;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Makes containers: what is asked for, this run's labels, and ports on this machine's loopback. */
final class ContainerMaker {
  static final String LOOPBACK = "127.0.0.1";

  private final Engine engine;
  private final RunNetworks networks;
  private final Map<String, String> labels;

  ContainerMaker(Engine engine, RunNetworks networks, Map<String, String> labels) {
    this.engine = engine;
    this.networks = networks;
    this.labels = Map.copyOf(labels);
  }

  /**
   * Makes one and puts its files into it; does not start it.
   *
   * @param image as the engine calls it
   * @param component its id
   * @param aliases what the other components call it
   * @param hostPorts the port of this machine for each of the container's ports
   * @return the container's id
   */
  String make(
      String component,
      List<String> aliases,
      String image,
      ContainerProgram program,
      Map<Integer, Integer> hostPorts) {
    String what = RootLocale.format("make the container of component '%s'", component);
    String id =
        engine.ask(what, client -> create(client, component, aliases, image, program, hostPorts));
    engine.ask(
        RootLocale.format("publish the ports of component '%s'", component),
        client ->
            client.connectToNetworkCmd().withNetworkId(networks.door()).withContainerId(id).exec());
    if (!program.files().isEmpty()) {
      engine.ask(
          RootLocale.format("put files into the container of component '%s'", component),
          client ->
              client
                  .copyArchiveToContainerCmd(id)
                  .withRemotePath("/")
                  .withTarInputStream(new ByteArrayInputStream(tar(program.files())))
                  .exec());
    }
    return id;
  }

  private String create(
      DockerClient client,
      String component,
      List<String> aliases,
      String image,
      ContainerProgram program,
      Map<Integer, Integer> hostPorts) {
    List<PortBinding> bindings = new ArrayList<>();
    hostPorts.forEach(
        (inside, outside) ->
            bindings.add(
                new PortBinding(
                    Binding.bindIpAndPort(LOOPBACK, outside), ExposedPort.tcp(inside))));
    Map<String, String> all = new HashMap<>(labels);
    all.put(RunLabels.COMPONENT, component);
    ContainerProgram.Setup setup = program.setup();
    CreateContainerCmd command =
        client
            .createContainerCmd(image)
            .withName(
                RootLocale.format(
                    "chapters-%s-%s", component, all.get(RunLabels.MARK).substring(0, 8)))
            // No host name: the engine would have others find it under that over the door, too.
            .withAliases(aliases)
            .withCmd(program.command())
            .withEnv(program.environment().entrySet().stream().map(Object::toString).toList())
            .withExposedPorts(hostPorts.keySet().stream().map(ExposedPort::tcp).toList())
            .withHostConfig(
                HostConfig.newHostConfig()
                    .withPortBindings(bindings)
                    .withMounts(ContainerSetup.mounts(setup))
                    .withNetworkMode(networks.inside()))
            .withLabels(all);
    ContainerSetup.apply(setup, command);
    return command.exec().getId();
  }

  /** Takes a component out of the network between components for a while. */
  NetworkPartition cutOff(GuardLink<UndoRequest> guard, NetworkPartition.Member member) {
    return new NetworkPartition(engine, guard, networks.inside(), member);
  }

  /** Readable for every user in the container: the image decides which user runs there. */
  private static byte[] tar(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        byte[] text = file.getValue().getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey().substring(1));
        entry.setSize(text.length);
        tar.putArchiveEntry(entry);
        tar.write(text);
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("An archive in memory could not be written", e);
    }
    return bytes.toByteArray();
  }
}
