package io.chaoschapters.runtime.kubernetes.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * How much of a processor a container is to have, as it stands in an order: {@code
 * one-life1/main/2/100m}.
 *
 * @param limit as Kubernetes writes it, such as {@code 2} or {@code 20m}
 * @param request the same
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record CpuShare(String pod, String container, String limit, String request) {
  private static final Pattern TEXT =
      Pattern.compile("([a-z0-9.-]+)/([a-z0-9-]+)/([0-9a-zA-Z.]+)/([0-9a-zA-Z.]+)");

  /**
   * Reads an order.
   *
   * @throws IllegalArgumentException when it is none of ours
   */
  static CpuShare parse(String text) {
    Matcher whole = TEXT.matcher(text);
    if (!whole.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no share of a processor");
    }
    return new CpuShare(whole.group(1), whole.group(2), whole.group(3), whole.group(4));
  }

  /** Where a pod of a namespace is resized. */
  public String path(String namespace) {
    return "/api/v1/namespaces/" + namespace + "/pods/" + pod + "/resize";
  }

  /** What is sent there; containers are merged by name, and memory stays as it is. */
  public String patch() {
    return "{\"spec\":{\"containers\":[{\"name\":\""
        + container
        + "\",\"resources\":{\"limits\":{\"cpu\":\""
        + limit
        + "\"},\"requests\":{\"cpu\":\""
        + request
        + "\"}}}]}}";
  }

  @Override
  public String toString() {
    return pod + "/" + container + "/" + limit + "/" + request;
  }
}
