package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import dev.burin.interchange.Original;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Computes a graph node by node in double, as the specification of each operator says it, with all
 * its branches and shapes, and knows nothing of layers.
 */
final class Interpreter implements Original {

  /** Enough for a node that mixes samples to show. */
  private static final int SOME = 3;

  private final Wiring wiring;
  private final Constants constants;
  private final Ops ops;
  private final Rows input;
  private final String end;
  private final int batch;
  private final Set<OnnxNode> needed = new HashSet<>();

  /**
   * An interpreter.
   *
   * @param input the samples
   * @param end the value that is wanted
   * @param batch the number of samples that the graph takes at once, or 0 where it takes any
   */
  Interpreter(Wiring wiring, Constants constants, Ops ops, Rows input, String end, int batch) {
    this.wiring = wiring;
    this.constants = constants;
    this.ops = ops;
    this.input = input;
    this.end = end;
    this.batch = batch == 0 ? SOME : batch;
    Set<String> wanted = new HashSet<>(Set.of(end));
    for (OnnxNode node : wiring.live().reversed()) {
      if (wanted.contains(node.output())) {
        needed.add(node);
        wanted.addAll(node.inputs());
      }
    }
  }

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public double[] outputs(double[] x) throws MalformedFileException {
    int[] dims = new int[input.dims().length + 1];
    dims[0] = batch;
    System.arraycopy(input.dims(), 0, dims, 1, input.dims().length);
    Map<String, Tensor> known = new HashMap<>();
    known.put(input.name(), new Tensor(input.name(), input.type(), dims, x));
    for (OnnxNode node : wiring.live()) {
      if (needed.contains(node) && !isConstant(node)) {
        known.put(node.output(), compute(node, known));
      }
    }
    Tensor result = known.get(end);
    return result == null ? new double[0] : result.values();
  }

  private Tensor compute(OnnxNode node, Map<String, Tensor> known) throws MalformedFileException {
    List<@Nullable Tensor> in = new ArrayList<>();
    for (String name : node.inputs()) {
      Tensor tensor = known.get(name);
      in.add(tensor == null ? constants.get(name) : tensor);
    }
    Tensor first = in.isEmpty() ? null : in.getFirst();
    if (node.op().equals("Cast") && first != null && known.containsKey(node.input(0))) {
      // Rounding on the way is what the file does in its type, and the network in its own.
      ElementType to = ElementType.of(node.integer("to", 0));
      if (to != null && to.floating() && first.type().floating()) {
        return new Tensor(node.output(), to, first.dims(), first.values());
      }
    }
    return ops.apply(node, in);
  }

  /** Whether a node makes a constant whatever the number of samples is. */
  private boolean isConstant(OnnxNode node) {
    return node.inputs().stream().allMatch(name -> name.isEmpty() || constants.independent(name));
  }
}
