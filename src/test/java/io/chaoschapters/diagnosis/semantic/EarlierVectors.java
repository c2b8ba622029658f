package io.chaoschapters.diagnosis.semantic;

/** Arithmetic on sentence embeddings that only earlier methods need. */
final class EarlierVectors {
  private EarlierVectors() {}

  static float[] plus(float[] a, float[] b, double weight) {
    float[] sum = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      sum[i] = (float) (a[i] + weight * b[i]);
    }
    return sum;
  }

  static float[] minus(float[] a, float[] b) {
    return plus(a, b, -1);
  }
}
