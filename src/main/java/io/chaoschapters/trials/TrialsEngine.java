package io.chaoschapters.trials;

import io.chaoschapters.ChaosDemo;
import io.chaoschapters.junit.TrialsFilter;
import io.chaoschapters.settings.Settings;
import org.apiguardian.api.API;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/**
 * Makes trials of the experiments of each subject that a class of chapters is for, in place of
 * these chapters. It finds nothing unless {@code -Dtrials} is given.
 *
 * <p>Each trial is a test: green when it was measured, whatever was answered; aborted when it could
 * not be; red when it told something that must not be, such as evidence that gives the answer away.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TrialsEngine implements TestEngine {

  @Override
  public String getId() {
    return TrialsFilter.ENGINE;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    EngineDescriptor root = new EngineDescriptor(id, "Chaos trials");
    if (TrialsFilter.areAskedFor(Settings.ofProcess())) {
      EngineDiscoveryRequestResolver.<TestDescriptor>builder()
          .addClassContainerSelectorResolver(TrialsEngine::isDemo)
          .addSelectorResolver(context -> new DemoResolver(context.getClassNameFilter()))
          .build()
          .resolve(request, root);
    }
    return root;
  }

  static boolean isDemo(Class<?> type) {
    return AnnotationSupport.isAnnotated(type, ChaosDemo.class);
  }

  @Override
  public void execute(ExecutionRequest request) {
    new TrialsExecution(request.getEngineExecutionListener())
        .execute(request.getRootTestDescriptor());
  }
}
