package dev.burin.processor.emit;

import dev.burin.Precision;
import java.util.ArrayList;
import java.util.List;

/**
 * The fitted coefficients of the activations, the same as those of the plain twin's series: the
 * tests compare the bits of what is computed with both.
 */
final class ActivationSeries {

  private ActivationSeries() {}

  /** All coefficients of one precision. */
  static List<ActivationConstant> of(Precision precision) {
    List<ActivationConstant> all = new ArrayList<>();
    add(all, precision, "EXP_", exp(precision), "exp(r) = 1 + r + r^2 (EXP_0 + EXP_1 r + ...).");
    add(all, precision, "LOG_", log(precision), "log(1 + e) = e - e^2 (LOG_0 + LOG_1 e + ...).");
    add(all, precision, "TANH_", tanh(precision), "tanh(a) = a + a^3 (TANH_0 + TANH_1 a^2 + ...).");
    add(all, precision, "TAIL_P", tailP(precision), "exp(a^2/2) Phi(-a) = TAIL_P(a) / TAIL_Q(a).");
    add(all, precision, "TAIL_Q", tailQ(precision), "exp(a^2/2) Phi(-a) = TAIL_P(a) / TAIL_Q(a).");
    return List.copyOf(all);
  }

  /** The degree of a series, that is the index of its last coefficient. */
  static int degree(String prefix, Precision precision) {
    return switch (prefix) {
      case "EXP_" -> exp(precision).size() - 1;
      case "LOG_" -> log(precision).size() - 1;
      case "TANH_" -> tanh(precision).size() - 1;
      case "TAIL_P" -> tailP(precision).size() - 1;
      case "TAIL_Q" -> tailQ(precision).size() - 1;
      default -> throw new IllegalArgumentException("There is no series " + prefix + ".");
    };
  }

  private static void add(
      List<ActivationConstant> all,
      Precision precision,
      String prefix,
      List<String> literals,
      String formula) {
    String type = ActivationConstant.type(precision);
    for (int i = 0; i < literals.size(); i++) {
      all.add(new ActivationConstant(prefix + i, type, literals.get(i), formula));
    }
  }

  private static List<String> exp(Precision precision) {
    return switch (precision) {
      case FLOAT ->
          List.of(
              "0x1.fffffcp-2f",
              "0x1.55549p-3f",
              "0x1.5558ap-5f",
              "0x1.123accp-7f",
              "0x1.6a600ep-10f");
      case DOUBLE ->
          List.of(
              "0x1.000000000000ap-1",
              "0x1.5555555555503p-3",
              "0x1.5555555550691p-5",
              "0x1.11111111258d6p-7",
              "0x1.6c16c18486855p-10",
              "0x1.a01a0135d07d2p-13",
              "0x1.a01999290a8e6p-16",
              "0x1.71df0c3ad56e8p-19",
              "0x1.28ae373f2096dp-22",
              "0x1.ada6adffb849p-26");
    };
  }

  private static List<String> log(Precision precision) {
    return switch (precision) {
      case FLOAT ->
          List.of(
              "0x1.ffffd2p-2f",
              "-0x1.554dd4p-2f",
              "0x1.ff249ep-3f",
              "-0x1.9351p-3f",
              "0x1.3a5922p-3f",
              "-0x1.b5093ep-4f",
              "0x1.d785ep-5f",
              "-0x1.4a1d56p-6f",
              "0x1.b1559ep-9f");
      case DOUBLE ->
          List.of(
              "0x1.fffffffffffeep-2",
              "-0x1.5555555554766p-2",
              "0x1.ffffffff85a27p-3",
              "-0x1.9999998856d46p-3",
              "0x1.555553db5a8f1p-3",
              "-0x1.249233978158bp-3",
              "0x1.fffe4244a1d4ap-4",
              "-0x1.c70f23036a44bp-4",
              "0x1.994c15b18a532p-4",
              "-0x1.72fcf66ee7305p-4",
              "0x1.505f51a578741p-4",
              "-0x1.2caa1c189b8aap-4",
              "0x1.026c9193242f7p-4",
              "-0x1.9c9862cc569ebp-5",
              "0x1.25ada79d9f801p-5",
              "-0x1.64e9d6c37212p-6",
              "0x1.61a3e8006799bp-7",
              "-0x1.0ed0c9cba364ep-8",
              "0x1.2a1949b096977p-10",
              "-0x1.a1349e3f49dfp-13",
              "0x1.15acb8bb3603bp-16");
    };
  }

  private static List<String> tanh(Precision precision) {
    return switch (precision) {
      case FLOAT ->
          List.of(
              "-0x1.55554ap-2f",
              "0x1.110cfcp-3f",
              "-0x1.b92262p-5f",
              "0x1.590f5p-6f",
              "-0x1.9a3fdap-8f");
      case DOUBLE ->
          List.of(
              "-0x1.555555555554fp-2",
              "0x1.111111111078dp-3",
              "-0x1.ba1ba1b97c6cdp-5",
              "0x1.664f48592c115p-6",
              "-0x1.226e2f0b26015p-7",
              "0x1.d6d29a09e15b6p-9",
              "-0x1.7d8fbec96652p-10",
              "0x1.3482fba27b12p-11",
              "-0x1.e9686588e9c7cp-13",
              "0x1.5d5e7dfeca7c4p-14",
              "-0x1.46d95f62ef169p-16");
    };
  }

  private static List<String> tailP(Precision precision) {
    return switch (precision) {
      case FLOAT ->
          List.of("0.5f", "0x1.c116cp-2f", "0x1.779ddap-3f", "0x1.4d466ep-5f", "0x1.0e17dep-8f");
      case DOUBLE ->
          List.of(
              "0.5",
              "0x1.a7c5711bdb783p-1",
              "0x1.5bc2a221b98adp-1",
              "0x1.6d9c0d13fd6f4p-2",
              "0x1.0e1f0e7ac2eebp-3",
              "0x1.23c3ac727951bp-5",
              "0x1.d1f608e1041dbp-8",
              "0x1.0ff486932219fp-10",
              "0x1.bdcf71552055fp-14",
              "0x1.d2a64b8b3170ep-18",
              "0x1.df8e2aa22c574p-23");
    };
  }

  private static List<String> tailQ(Precision precision) {
    return switch (precision) {
      case FLOAT ->
          List.of(
              "1f",
              "0x1.accd8ep0f",
              "0x1.3409d2p0f",
              "0x1.e131a2p-2f",
              "0x1.a1b956p-4f",
              "0x1.528208p-7f");
      case DOUBLE ->
          List.of(
              "1",
              "0x1.3a03cd5d3e956p1",
              "0x1.686d80bf4d41cp1",
              "0x1.00048cf2a97b4p1",
              "0x1.f55bf1c658b85p-1",
              "0x1.6441bdf0f7d35p-2",
              "0x1.782e56dc6690dp-4",
              "0x1.285838d35b619p-6",
              "0x1.57213f6414117p-9",
              "0x1.17f506ee0495cp-12",
              "0x1.246de443b359p-16",
              "0x1.2c84493abbbbap-21");
    };
  }
}
