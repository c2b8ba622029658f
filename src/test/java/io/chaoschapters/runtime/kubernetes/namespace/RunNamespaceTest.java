package io.chaoschapters.runtime.kubernetes.namespace;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import org.junit.jupiter.api.Test;

class RunNamespaceTest {
  @Test
  void namespaceThatStays_saysWhatItWaitsFor() {
    Namespace going =
        new NamespaceBuilder()
            .withNewStatus()
            .addNewCondition()
            .withType("NamespaceContentRemaining")
            .withStatus("False")
            .withMessage("All content successfully removed")
            .endCondition()
            .addNewCondition()
            .withType("NamespaceFinalizersRemaining")
            .withStatus("True")
            .withMessage("finalizers remaining: chaos-mesh/records in 1 resource instances")
            .endCondition()
            .endStatus()
            .build();
    assertThat(RunNamespace.waitsFor(going))
        .isEqualTo(
            "it is still there; finalizers remaining: chaos-mesh/records in 1 resource instances");
    assertThat(RunNamespace.waitsFor(new NamespaceBuilder().build()))
        .isEqualTo("it is still there");
  }
}
