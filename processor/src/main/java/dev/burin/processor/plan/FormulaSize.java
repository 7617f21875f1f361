package dev.burin.processor.plan;

import dev.burin.Activation;
import dev.burin.Precision;

/**
 * The bytes of the statements of an activation, counted in class files that javac wrote: no
 * decision of a plan changes them. The test that compares sizes fails when a formula changes and
 * this table does not.
 *
 * @param value the bytes of F2, from z to a; of exp alone for SOFTMAX
 * @param slope the bytes of B1, to the slope
 */
record FormulaSize(int value, int slope) {

  static FormulaSize of(Activation activation, Precision precision) {
    return switch (precision) {
      case FLOAT ->
          switch (activation) {
            case IDENTITY -> new FormulaSize(0, 0);
            case SIGMOID -> new FormulaSize(293, 19);
            case TANH -> new FormulaSize(426, 19);
            case RELU -> new FormulaSize(17, 34);
            case LEAKY_RELU -> new FormulaSize(24, 36);
            case ELU -> new FormulaSize(214, 21);
            case GELU -> new FormulaSize(438, 472);
            case SILU -> new FormulaSize(308, 277);
            case SOFTPLUS -> new FormulaSize(388, 293);
            case SOFTMAX -> new FormulaSize(258, 0);
          };
      case DOUBLE ->
          switch (activation) {
            case IDENTITY -> new FormulaSize(0, 0);
            case SIGMOID -> new FormulaSize(384, 19);
            case TANH -> new FormulaSize(627, 19);
            case RELU -> new FormulaSize(17, 34);
            case LEAKY_RELU -> new FormulaSize(24, 36);
            case ELU -> new FormulaSize(305, 21);
            case GELU -> new FormulaSize(745, 779);
            case SILU -> new FormulaSize(399, 368);
            case SOFTPLUS -> new FormulaSize(695, 384);
            case SOFTMAX -> new FormulaSize(350, 0);
          };
    };
  }
}
