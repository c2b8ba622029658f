package io.chaoschapters.diagnosis.semantic.embedding;

import java.util.Collection;
import java.util.List;
import org.apiguardian.api.API;

/** Arithmetic on sentence embeddings. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Vectors {
  private Vectors() {}

  public static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** The greatest dot product with any of some vectors; -1 of none. */
  public static double closest(float[] a, List<float[]> vectors) {
    double closest = -1;
    for (float[] vector : vectors) {
      closest = Math.max(closest, dot(a, vector));
    }
    return closest;
  }

  public static float[] mean(Collection<float[]> vectors) {
    float[] mean = new float[vectors.iterator().next().length];
    for (float[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / vectors.size();
      }
    }
    return mean;
  }

  /** The vector of length 1 with the same direction; a zero vector stays one. */
  public static float[] unit(float[] a) {
    double length = Math.sqrt(dot(a, a));
    float[] unit = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      unit[i] = length == 0 ? 0 : (float) (a[i] / length);
    }
    return unit;
  }
}
