package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What exporters put behind the last activation: the class of the greatest output, its label, a map
 * from labels to outputs, or two columns 1 - p and p for one output p. The network ends before it.
 */
final class Tail {

  /** What a value behind the end of the chain is. */
  private enum Role {
    /** The outputs themselves. */
    OUTPUTS,
    /** A class or its label. */
    LABEL,
    /** A map from labels to outputs. */
    MAP,
    /** 1 - p. */
    COMPLEMENT,
    /** 1 - p and p. */
    PAIR
  }

  private static final Set<String> BEGINNERS = Set.of("ArgMax", "ZipMap", "Concat");

  private final Wiring wiring;
  private final Refusals refusals;
  private final Constants constants;
  private final Map<String, Role> roles = new HashMap<>();
  private final List<OnnxNode> nodes = new ArrayList<>();
  private final Rows end;

  private Tail(Wiring wiring, Refusals refusals, Constants constants, Rows end) {
    this.wiring = wiring;
    this.refusals = refusals;
    this.constants = constants;
    this.end = end;
    roles.put(end.name(), Role.OUTPUTS);
  }

  /** Whether such nodes take a value. */
  static boolean begins(Iterable<OnnxNode> takers) {
    for (OnnxNode node : takers) {
      if (BEGINNERS.contains(node.op())) {
        return true;
      }
    }
    return false;
  }

  /** The nodes behind the end, or null if others are among them. */
  static @Nullable List<OnnxNode> behind(
      Wiring wiring, Refusals refusals, Constants constants, Rows end)
      throws MalformedFileException {
    Tail tail = new Tail(wiring, refusals, constants, end);
    return tail.collect() ? tail.nodes : null;
  }

  private boolean collect() throws MalformedFileException {
    for (OnnxNode node : wiring.live()) {
      boolean behind = node.inputs().stream().anyMatch(roles::containsKey);
      if (behind && !constants.evaluated(node)) {
        Role role = role(node);
        if (role == null) {
          return false;
        }
        roles.put(node.output(), role);
        nodes.add(node);
      }
    }
    for (String output : wiring.outputs()) {
      Role role = roles.get(output);
      if (role == null || role == Role.COMPLEMENT) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Role role(OnnxNode node) throws MalformedFileException {
    Role first = roles.get(node.input(0));
    boolean ml = node.domain().equals(Versions.ML);
    if (!ml && !node.standard()) {
      return null;
    }
    return switch (node.op()) {
      case "ArgMax" -> outputs(first) ? argMax(node) : null;
      case "ZipMap" -> ml && outputs(first) ? Role.MAP : null;
      case "ArrayFeatureExtractor" ->
          ml && roles.get(node.input(1)) == Role.LABEL && constants.has(node.input(0))
              ? Role.LABEL
              : null;
      case "Sub" -> complement(node);
      case "Concat" -> pair(node);
      case "Identity" -> first;
      case "Squeeze", "Reshape", "Unsqueeze", "Flatten" -> first == Role.LABEL ? first : null;
      case "Cast" -> first == Role.LABEL || floating(node) ? first : null;
      default -> null;
    };
  }

  private static boolean outputs(@Nullable Role role) {
    return role == Role.OUTPUTS || role == Role.PAIR;
  }

  private static boolean floating(OnnxNode node) {
    ElementType to = ElementType.of(node.integer("to", 0));
    return to != null && to.floating();
  }

  private Role argMax(OnnxNode node) throws MalformedFileException {
    long axis = node.integer("axis", 0);
    if ((axis != 1 && axis != -1) || node.integer("select_last_index", 0) != 0) {
      throw refusals.of(
          node, "it is over axis " + axis + ", or names the last of equals", "the first of axis 1");
    }
    return Role.LABEL;
  }

  private @Nullable Role complement(OnnxNode node) throws MalformedFileException {
    Tensor one = constants.get(node.input(0));
    boolean ones =
        one != null && one.values().length == 1 && one.values()[0] == 1 && end.width() == 1;
    return ones && roles.get(node.input(1)) == Role.OUTPUTS ? Role.COMPLEMENT : null;
  }

  private @Nullable Role pair(OnnxNode node) {
    boolean both =
        node.inputs().size() == 2
            && roles.get(node.input(0)) == Role.COMPLEMENT
            && roles.get(node.input(1)) == Role.OUTPUTS;
    return both ? Role.PAIR : null;
  }
}
