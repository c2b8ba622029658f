package io.chaoschapters.runtime.kubernetes;

import io.chaoschapters.text.Failure;
import io.chaoschapters.text.RootLocale;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodCondition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a pod does not run, as its status tells it. */
final class ImageTrouble {
  /**
   * What does not get better by waiting; the first failure to pull may, so it is not among them.
   */
  private static final Set<String> FINAL =
      Set.of(
          "ImagePullBackOff",
          "ErrImageNeverPull",
          "InvalidImageName",
          "CreateContainerConfigError",
          "CreateContainerError",
          "RunContainerError");

  private ImageTrouble() {}

  /** A clause, when waiting for it is in vain. */
  static Optional<String> hopeless(Pod pod) {
    return waiting(pod)
        .filter(status -> FINAL.contains(status.getState().getWaiting().getReason()))
        .findFirst()
        .map(status -> words(pod, status));
  }

  /** A clause, whatever it is; the failure's own words when the pod has none. */
  static String words(Pod pod, Throwable failure) {
    return now(pod).orElseGet(() -> Failure.words(failure).replaceAll("[.]$", ""));
  }

  /** What keeps it from running now. */
  static Optional<String> now(Pod pod) {
    return waiting(pod).findFirst().map(status -> words(pod, status)).or(() -> unscheduled(pod));
  }

  private static Stream<ContainerStatus> waiting(Pod pod) {
    return pod.getStatus() == null
        ? Stream.empty()
        : Stream.concat(
                orEmpty(pod.getStatus().getContainerStatuses()).stream(),
                orEmpty(pod.getStatus().getEphemeralContainerStatuses()).stream())
            .filter(status -> status.getState() != null && status.getState().getWaiting() != null);
  }

  private static String words(Pod pod, ContainerStatus status) {
    String message = status.getState().getWaiting().getMessage();
    return RootLocale.format(
        "image %s of container %s in pod %s: %s%s",
        status.getImage(),
        status.getName(),
        pod.getMetadata().getName(),
        status.getState().getWaiting().getReason(),
        message == null ? "" : ", " + clause(message));
  }

  private static Optional<String> unscheduled(Pod pod) {
    return pod.getStatus() == null
        ? Optional.empty()
        : orEmpty(pod.getStatus().getConditions()).stream()
            .filter(c -> c.getType().equals("PodScheduled") && c.getStatus().equals("False"))
            .map(PodCondition::getMessage)
            .map(
                message ->
                    RootLocale.format(
                        "no node takes pod %s: %s", pod.getMetadata().getName(), clause(message)))
            .findFirst();
  }

  private static String clause(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("[.]$", "").strip();
  }

  private static <T> List<T> orEmpty(@Nullable List<T> maybe) {
    return maybe == null ? List.of() : maybe;
  }
}
