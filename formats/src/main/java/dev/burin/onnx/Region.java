package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that together make one function of each number of a value, however they are put together:
 * the Div, Erf, Add, Mul and Mul of GELU, the Sigmoid and Mul of SiLU, a Clip or a Max. They branch
 * at the value and join again. What the function is, is found by computing it.
 */
final class Region {

  private static final int MOST_NODES = 64;

  private final Wiring wiring;
  private final Refusals refusals;
  private final Constants constants;
  private final Ops ops;
  private final Rows from;
  private final List<OnnxNode> nodes = new ArrayList<>();
  private final Set<String> values = new HashSet<>();
  private final PriorityQueue<OnnxNode> next =
      new PriorityQueue<>(Comparator.comparingInt(OnnxNode::index));

  /** What stops the region from growing. */
  private @Nullable OnnxNode stop;

  private boolean closed;

  Region(Wiring wiring, Refusals refusals, Constants constants, Ops ops, Rows from) {
    this.wiring = wiring;
    this.refusals = refusals;
    this.constants = constants;
    this.ops = ops;
    this.from = from;
    add(from.name());
  }

  /**
   * A region whose function is known.
   *
   * @param applied the function
   * @param output the value that it makes
   * @param nodes its nodes
   */
  record Found(Applied applied, String output, List<OnnxNode> nodes) {

    /** Its operators in words. */
    String place() {
      return nodes.size() == 1
          ? nodes.getFirst().place()
          : nodes.getFirst().place() + " to " + nodes.getLast().place();
    }
  }

  /**
   * The largest region from the value on that is an activation as it stands, as the scaled ELU that
   * is SELU, or else the smallest that is one with a factor or a summand; null if none is.
   */
  @Nullable Found find() throws MalformedFileException {
    Found found = null;
    while (nodes.size() < MOST_NODES && !next.isEmpty()) {
      OnnxNode node = next.remove();
      if (nodes.contains(node)) {
        continue;
      }
      if (!elementwise(node)) {
        stop = node;
        return found;
      }
      nodes.add(node);
      add(node.output());
      if (closedAt(node)) {
        closed = true;
        Applied applied = FunctionMatch.of(this::compute, from.type());
        if (applied != null && (found == null || applied.plain())) {
          found = new Found(applied, node.output(), List.copyOf(nodes));
        }
        if (wiring.isOutput(node.output())) {
          return found;
        }
      }
    }
    return found;
  }

  private void add(String name) {
    values.add(name);
    wiring.takers(name).stream().filter(taker -> !constants.evaluated(taker)).forEach(next::add);
  }

  /** Whether a node takes values of the region and single constants, and nothing else. */
  private boolean elementwise(OnnxNode node) throws MalformedFileException {
    boolean known =
        node.standard()
            && (Elementwise.OPERATORS.contains(node.op()) || node.op().equals("Identity"));
    for (String name : node.inputs()) {
      if (!known) {
        return false;
      }
      if (!name.isEmpty() && !values.contains(name)) {
        Tensor constant = constants.get(name);
        known =
            constant != null
                && constant.values().length == 1
                && constant.rank() <= from.dims().length + 1;
      }
    }
    return known;
  }

  /** Whether nobody outside takes any value but the last. */
  private boolean closedAt(OnnxNode last) {
    for (String name : values) {
      boolean inside = name.equals(last.output());
      if (!inside && (wiring.isOutput(name) || !nodes.containsAll(open(name)))) {
        return false;
      }
    }
    return true;
  }

  private List<OnnxNode> open(String name) {
    return wiring.takers(name).stream().filter(taker -> !constants.evaluated(taker)).toList();
  }

  /** The function at some points, by computing its nodes. */
  private double[] compute(double[] z) throws MalformedFileException {
    Map<String, Tensor> known = new HashMap<>();
    known.put(from.name(), new Tensor(from.name(), from.type(), new int[] {z.length, 1}, z));
    Tensor last = known.get(from.name());
    for (OnnxNode node : nodes) {
      List<@Nullable Tensor> in = new ArrayList<>();
      for (String name : node.inputs()) {
        Tensor tensor = known.get(name);
        Tensor constant = tensor == null ? constants.get(name) : tensor;
        in.add(tensor == null && constant != null ? constant.shaped() : constant);
      }
      last = ops.apply(node, in);
      known.put(node.output(), last);
    }
    return last == null ? z : last.values();
  }

  /** The refusal of what {@link #find} did not know. */
  MalformedFileException refusal() {
    List<OnnxNode> takers = open(from.name());
    if (closed) {
      String operators =
          nodes.stream().map(OnnxNode::op).distinct().collect(Collectors.joining(", "));
      return refusals.of(
          nodes.getFirst(),
          "the function that "
              + operators
              + " makes of "
              + Refusals.shown(from.name())
              + " is none of the activations",
          "one of them; the documentation has the list");
    }
    if (takers.size() > 1) {
      OnnxNode join = join();
      return refusals.of(
          takers.getFirst(),
          "its input "
              + Refusals.shown(from.name())
              + " is taken by "
              + takers.stream()
                  .skip(1)
                  .limit(4)
                  .map(OnnxNode::place)
                  .collect(Collectors.joining(" and "))
              + " too"
              + (join == null ? "" : ", and the branches join at " + join.place()),
          "a chain, in which each value is taken once");
    }
    return refusals.operator(stop == null ? takers.getFirst() : stop);
  }

  /** The first node that takes two values which both come from here, or null. */
  private @Nullable OnnxNode join() {
    Set<String> reached = new HashSet<>();
    for (OnnxNode node : wiring.live()) {
      List<String> in =
          node.inputs().stream()
              .filter(name -> name.equals(from.name()) || reached.contains(name))
              .distinct()
              .toList();
      if (in.size() > 1) {
        return node;
      }
      if (!in.isEmpty()) {
        reached.addAll(node.outputs());
      }
    }
    return null;
  }
}
