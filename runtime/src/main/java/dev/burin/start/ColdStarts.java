package dev.burin.start;

import dev.burin.kernel.CompactTwin;
import dev.burin.kernel.DoubleTwin;
import dev.burin.kernel.FloatTwin;
import dev.burin.machine.Readiness;
import dev.burin.shape.NetworkShape;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The cold start of each class of kernels. Networks of one class share it, since the JVM compiles
 * classes and not objects: the second network of a declaration starts warm.
 */
public final class ColdStarts extends ClassValue<Map<NetworkShape, ColdStart>> {

  private static final ColdStarts ALL = new ColdStarts();

  private ColdStarts() {}

  public static ColdStart of(Class<?> kernels, String path, NetworkShape shape, Trials trials) {
    WarmUpPolicy policy = WarmUpPolicy.ofJvm();
    if (kernels == FloatTwin.class || kernels == DoubleTwin.class || kernels == CompactTwin.class) {
      return new ColdStart(path, Readiness.PLAIN, policy, trials);
    }
    Readiness first = policy.atOnce() ? Readiness.UNPROVEN : Readiness.COLD;
    return ALL.get(kernels).computeIfAbsent(shape, s -> new ColdStart(path, first, policy, trials));
  }

  @Override
  protected Map<NetworkShape, ColdStart> computeValue(Class<?> type) {
    return new ConcurrentHashMap<>();
  }
}
