package io.chaoschapters.runtime.kubernetes.api;

import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * What the user may do, as the API server says it. A server can say yes and still refuse: admission
 * comes later.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Rights {
  /** What a run cannot do without. */
  private static final List<Right> NEEDED =
      List.of(
          right("create", "", "namespaces"),
          right("get", "", "namespaces"),
          right("delete", "", "namespaces"),
          right("create", "", "pods"),
          right("get", "", "pods"),
          right("list", "", "pods"),
          right("watch", "", "pods"),
          right("patch", "", "pods"),
          right("delete", "", "pods"),
          right("get", "", "pods/log"),
          right("create", "", "pods/exec"),
          right("create", "", "pods/portforward"),
          right("create", "", "services"),
          right("create", "", "secrets"),
          right("create", "", "configmaps"),
          right("create", "", "serviceaccounts"),
          right("create", "rbac.authorization.k8s.io", "roles"),
          right("create", "rbac.authorization.k8s.io", "rolebindings"),
          right("create", "coordination.k8s.io", "leases"),
          right("get", "coordination.k8s.io", "leases"),
          right("patch", "coordination.k8s.io", "leases"));

  /** What adds the container that cuts a component off. */
  static final Right PARTITION = right("patch", "", "pods/ephemeralcontainers");

  /** What changes the limit of a container that runs. */
  static final Right RESIZE = right("patch", "", "pods/resize");

  /** What is asked of a namespace in which components of others are. */
  private static final List<Right> ATTACH =
      List.of(
          right("get", "", "pods"),
          right("list", "", "pods"),
          right("watch", "", "pods"),
          right("get", "", "pods/log"));

  /** What only some faults need, with what it is for. */
  private static final SortedMap<Right, String> OPTIONAL =
      new TreeMap<>(
          Map.of(
              PARTITION, "cut components off", RESIZE, "limit how much of a processor they get"));

  private final Set<Right> granted;

  private Rights(Set<Right> granted) {
    this.granted = granted;
  }

  /** A verb on a resource. */
  record Right(String verb, String group, String resource) implements Comparable<Right> {
    @Override
    public int compareTo(Right other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return verb + " " + resource + (group.isEmpty() ? "" : "." + group);
    }
  }

  private static Right right(String verb, String group, String resource) {
    return new Right(verb, group, resource);
  }

  /** Asks for each, in the namespace that a run would use. */
  public static Rights ask(Api api, String namespace) {
    List<Right> all = new ArrayList<>(NEEDED);
    all.addAll(OPTIONAL.keySet());
    return new Rights(
        all.stream()
            .filter(right -> isGranted(api, namespace, right))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** What attaching to a namespace cannot do without and is not granted there. */
  public static List<String> missingToAttach(Api api, String namespace) {
    return ATTACH.stream()
        .filter(right -> !isGranted(api, namespace, right))
        .map(right -> right + " in namespace " + namespace)
        .toList();
  }

  /** What is not granted of making, reading and removing objects of a group in a namespace. */
  public static List<String> missing(
      Api api, String namespace, String group, List<String> resources) {
    return resources.stream()
        .flatMap(
            resource ->
                Stream.of("create", "get", "delete").map(verb -> right(verb, group, resource)))
        .filter(right -> !isGranted(api, namespace, right))
        .map(Right::toString)
        .toList();
  }

  private static boolean isGranted(Api api, String namespace, Right right) {
    String[] parts = right.resource().split("/");
    SelfSubjectAccessReview question =
        new SelfSubjectAccessReviewBuilder()
            .withNewSpec()
            .withNewResourceAttributes()
            .withNamespace(namespace)
            .withVerb(right.verb())
            .withGroup(right.group())
            .withResource(parts[0])
            .withSubresource(parts.length > 1 ? parts[1] : null)
            .endResourceAttributes()
            .endSpec()
            .build();
    SelfSubjectAccessReview answer =
        api.ask(
            "say what this user may do",
            client -> client.authorization().v1().selfSubjectAccessReview().create(question));
    return answer.getStatus() != null && Boolean.TRUE.equals(answer.getStatus().getAllowed());
  }

  /** What a run cannot do without and is not granted, such as {@code create pods/exec}. */
  public List<String> missing() {
    return NEEDED.stream().filter(right -> !granted.contains(right)).map(Right::toString).toList();
  }

  boolean has(Right... rights) {
    return granted.containsAll(Arrays.asList(rights));
  }

  /** In a clause for the first line. */
  public String words() {
    List<String> without =
        OPTIONAL.entrySet().stream()
            .filter(optional -> !has(optional.getKey()))
            .map(optional -> optional.getValue() + " (" + optional.getKey() + ")")
            .toList();
    return "all that a run needs"
        + (without.isEmpty() ? "" : ", but not to " + String.join(", nor to ", without));
  }

  /** Whether the limit of a container that runs may be changed in a namespace. */
  public static boolean mayResize(Api api, String namespace) {
    return isGranted(api, namespace, RESIZE);
  }
}
