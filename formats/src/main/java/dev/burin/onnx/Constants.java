package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values of a graph that do not depend on its input: initializers, which are read when they are
 * needed, and whatever nodes make of them.
 */
final class Constants {

  /** Numbers that may be made of none, for shapes and single constants. */
  private static final int FREE = 1 << 16;

  /** Times that the numbers of a file may be made into others, as by Transpose and Cast. */
  private static final int TIMES = 16;

  private final Wiring wiring;
  private final Refusals refusals;
  private final TensorData data;
  private final Ops ops;
  private final Map<String, Tensor> known = new HashMap<>();
  private final Set<OnnxNode> evaluated = new HashSet<>();

  /** Those that follow from a shape, in which the number of samples stands. */
  private final Set<String> ofShapes = new HashSet<>();

  /** How many numbers may still be made of constants. */
  private double room = FREE;

  Constants(Wiring wiring, Refusals refusals, TensorData data, Ops ops)
      throws MalformedFileException {
    this.wiring = wiring;
    this.refusals = refusals;
    this.data = data;
    this.ops = ops;
    settle(wiring.live());
  }

  /** Whether a value is a constant. */
  boolean has(String name) {
    return known.containsKey(name) || wiring.graph().initializers().containsKey(name);
  }

  /** Whether a value is a constant in which no number of samples stands. */
  boolean independent(String name) {
    return has(name) && !ofShapes.contains(name);
  }

  /** Whether a node makes a constant. */
  boolean evaluated(OnnxNode node) {
    return evaluated.contains(node);
  }

  /** A constant, or null if the value depends on the input, or is absent. */
  @Nullable Tensor get(String name) throws MalformedFileException {
    Tensor tensor = known.get(name);
    OnnxTensor initializer = wiring.graph().initializers().get(name);
    if (tensor == null && initializer != null && !name.isEmpty()) {
      tensor = read(initializer, name);
      known.put(name, tensor);
    }
    return tensor;
  }

  /** Learns a value, such as the shape of another, and what follows from it. */
  void learn(OnnxNode maker, Tensor tensor) throws MalformedFileException {
    known.put(maker.output(), tensor.named(maker.output()));
    evaluated.add(maker);
    ofShapes.add(maker.output());
    settle(wiring.takers(maker.output()));
  }

  /** Evaluates nodes whose inputs are all constants, and those that become so. */
  private void settle(Collection<OnnxNode> nodes) throws MalformedFileException {
    Deque<OnnxNode> open = new ArrayDeque<>(nodes);
    while (!open.isEmpty()) {
      OnnxNode node = open.remove();
      if (!evaluated.contains(node) && constant(node)) {
        known.put(node.output(), evaluate(node));
        evaluated.add(node);
        if (node.inputs().stream().anyMatch(ofShapes::contains)) {
          ofShapes.add(node.output());
        }
        open.addAll(wiring.takers(node.output()));
      }
    }
  }

  private boolean constant(OnnxNode node) {
    return node.inputs().stream().allMatch(name -> name.isEmpty() || has(name));
  }

  private Tensor evaluate(OnnxNode node) throws MalformedFileException {
    if (node.standard() && node.op().equals("Constant")) {
      return constantOf(node);
    }
    List<@Nullable Tensor> in = new ArrayList<>();
    for (String name : node.inputs()) {
      in.add(get(name));
    }
    room -= Growth.of(node, in);
    if (!(room >= 0)) {
      throw refusals.of(
          node,
          "it makes many more numbers of constants than the file holds",
          "weights that are in the file");
    }
    return ops.apply(node, in);
  }

  private Tensor read(OnnxTensor tensor, String name) throws MalformedFileException {
    Tensor read = data.read(tensor, name);
    room += (double) TIMES * read.values().length;
    return read;
  }

  private Tensor constantOf(OnnxNode node) throws MalformedFileException {
    for (OnnxAttribute attribute : node.attributes().values()) {
      OnnxTensor value = attribute.t();
      String name = node.output();
      switch (attribute.name()) {
        case "value" -> {
          if (value != null) {
            return read(value, name);
          }
        }
        case "value_float" -> {
          return of(name, ElementType.FLOAT, new int[0], attribute.f());
        }
        case "value_floats" -> {
          double[] values = new double[attribute.floats().length];
          for (int i = 0; i < values.length; i++) {
            values[i] = attribute.floats()[i];
          }
          return of(name, ElementType.FLOAT, new int[] {values.length}, values);
        }
        case "value_int" -> {
          return of(name, ElementType.INT64, new int[0], (double) attribute.i());
        }
        case "value_ints" -> {
          double[] values = new double[attribute.ints().length];
          for (int i = 0; i < values.length; i++) {
            values[i] = (double) attribute.ints()[i];
          }
          return of(name, ElementType.INT64, new int[] {values.length}, values);
        }
        default -> {
          // Other settings, such as a documentation string, say nothing about the value.
        }
      }
    }
    throw refusals.of(node, "it holds no numbers", "a value of numbers");
  }

  private static Tensor of(String name, ElementType type, int[] dims, double... values) {
    return new Tensor(name, type, dims, values);
  }
}
