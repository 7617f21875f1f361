package dev.burin.onnx;

import dev.burin.check.ErrorFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Operators that treat each element by itself, with their operands stretched to one shape. */
final class Elementwise {

  private static final double SQRT_HALF = 0.7071067811865476;
  private static final double GELU_FIT = 0.7978845608028654;

  /** All of them. */
  static final Set<String> OPERATORS =
      Set.of(
          ("Relu Tanh Sigmoid Softplus Softsign Elu Selu Celu LeakyRelu ThresholdedRelu"
                  + " HardSigmoid HardSwish Gelu Mish Swish Erf Exp Log Sqrt Reciprocal Neg Abs"
                  + " Add Sub Mul Div Pow Max Min Sum PRelu Greater Less GreaterOrEqual LessOrEqual"
                  + " Where Clip")
              .split(" "));

  private Elementwise() {}

  static Tensor apply(OnnxNode node, int opset, List<@Nullable Tensor> in) {
    List<Tensor> operands = new ArrayList<>();
    for (Tensor tensor : in) {
      if (tensor != null) {
        operands.add(tensor);
      }
    }
    Tensor first = operands.getFirst();
    DoubleUnaryOperator function = function(node);
    if (function != null) {
      return map(first, function);
    }
    return switch (node.op()) {
      case "Clip" -> clip(node, opset, in);
      case "Where" -> where(operands);
      default -> fold(operands, operation(node.op(), first.type()));
    };
  }

  private static Tensor map(Tensor x, DoubleUnaryOperator function) {
    double[] values = new double[x.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = function.applyAsDouble(x.values()[i]);
    }
    return x.with(x.dims(), values);
  }

  /** The function of an operator of one operand, or null. */
  private static @Nullable DoubleUnaryOperator function(OnnxNode node) {
    double alpha = node.number("alpha", alpha(node.op()));
    return switch (node.op()) {
      case "Relu" -> z -> z > 0 || Double.isNaN(z) ? z : 0;
      case "Tanh" -> StrictMath::tanh;
      case "Sigmoid" -> Elementwise::sigmoid;
      case "Softplus" -> Elementwise::softplus;
      case "Softsign" -> z -> z / (1 + Math.abs(z));
      case "Elu" -> z -> z > 0 ? z : alpha * StrictMath.expm1(z);
      case "Selu" -> {
        double gamma = node.number("gamma", 1.0507010221481323);
        yield z -> gamma * (z > 0 ? z : alpha * StrictMath.expm1(z));
      }
      case "Celu" -> z -> z > 0 ? z : alpha * StrictMath.expm1(z / alpha);
      case "LeakyRelu" -> z -> z > 0 ? z : alpha * z;
      case "ThresholdedRelu" -> z -> z > alpha ? z : 0;
      case "HardSigmoid" -> {
        double beta = node.number("beta", 0.5);
        yield z -> Math.max(0, Math.min(1, alpha * z + beta));
      }
      case "HardSwish" -> z -> z * Math.max(0, Math.min(1, z / 6 + 0.5));
      case "Gelu" ->
          node.text("approximate", "none").equals("tanh")
              ? z -> 0.5 * z * (1 + StrictMath.tanh(GELU_FIT * (z + 0.044715 * z * z * z)))
              : z -> 0.5 * z * ErrorFunction.complement(-z * SQRT_HALF);
      case "Mish" -> z -> z * StrictMath.tanh(softplus(z));
      case "Swish" -> z -> z * sigmoid(alpha * z);
      case "Erf" -> z -> 1 - ErrorFunction.complement(z);
      case "Exp" -> StrictMath::exp;
      case "Log" -> StrictMath::log;
      case "Sqrt" -> Math::sqrt;
      case "Reciprocal" -> z -> 1 / z;
      case "Neg" -> z -> -z;
      case "Abs" -> Math::abs;
      default -> null;
    };
  }

  /** The alpha of an operator that gives none. */
  static double alpha(String op) {
    return switch (op) {
      case "LeakyRelu" -> 0.01;
      case "Selu" -> 1.6732631921768188;
      case "HardSigmoid" -> 0.2;
      default -> 1;
    };
  }

  private static double sigmoid(double z) {
    return z >= 0 ? 1 / (1 + StrictMath.exp(-z)) : 1 - 1 / (1 + StrictMath.exp(z));
  }

  private static double softplus(double z) {
    return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
  }

  private static DoubleBinaryOperator operation(String op, ElementType type) {
    return switch (op) {
      case "Add", "Sum" -> Double::sum;
      case "Sub" -> (a, b) -> a - b;
      case "Mul" -> (a, b) -> a * b;
      case "Div" ->
          type.floating()
              ? (a, b) -> a / b
              : (a, b) -> {
                long whole = (long) a / (long) b;
                return (double) whole;
              };
      case "Pow" -> StrictMath::pow;
      case "Max" -> Math::max;
      case "Min" -> Math::min;
      case "PRelu" -> (a, b) -> a > 0 ? a : a * b;
      case "Greater" -> (a, b) -> a > b ? 1 : 0;
      case "Less" -> (a, b) -> a < b ? 1 : 0;
      case "GreaterOrEqual" -> (a, b) -> a >= b ? 1 : 0;
      case "LessOrEqual" -> (a, b) -> a <= b ? 1 : 0;
      default -> throw new IllegalArgumentException(op);
    };
  }

  private static Tensor fold(List<Tensor> operands, DoubleBinaryOperator operation) {
    Tensor result = operands.getFirst();
    for (Tensor next : operands.subList(1, operands.size())) {
      result = Broadcast.apply(result, next, operation);
    }
    return result;
  }

  private static Tensor clip(OnnxNode node, int opset, List<@Nullable Tensor> in) {
    Tensor x = in.getFirst();
    Tensor least = in.size() > 1 ? in.get(1) : null;
    Tensor most = in.size() > 2 ? in.get(2) : null;
    if (x == null) {
      throw new IllegalArgumentException("Clip of nothing.");
    }
    double from = node.number("min", Double.NEGATIVE_INFINITY);
    double to = node.number("max", Double.POSITIVE_INFINITY);
    if (opset >= 11) {
      from = least == null ? Double.NEGATIVE_INFINITY : least.values()[0];
      to = most == null ? Double.POSITIVE_INFINITY : most.values()[0];
    }
    double low = from;
    double high = to;
    return map(x, z -> Math.min(Math.max(z, low), high));
  }

  private static Tensor where(List<Tensor> operands) {
    Tensor condition = operands.get(0);
    Tensor then = operands.get(1);
    Tensor otherwise = operands.get(2);
    Tensor mask = Broadcast.apply(condition, then, (c, a) -> c);
    mask = Broadcast.apply(mask, otherwise, (c, b) -> c);
    Tensor a = Broadcast.apply(then, mask, (value, c) -> value);
    Tensor b = Broadcast.apply(otherwise, mask, (value, c) -> value);
    double[] values = new double[mask.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = mask.values()[i] == 0 ? b.values()[i] : a.values()[i];
    }
    return then.with(mask.dims(), values);
  }
}
