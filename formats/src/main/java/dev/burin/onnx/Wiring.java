package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who makes and who takes each value of a graph, found to be sound: each value is made once and
 * before it is taken, and there is one input. Nodes that lead to no output are not part of it.
 */
final class Wiring {

  private final Refusals refusals;
  private final OnnxGraph graph;
  private final Map<String, OnnxNode> makers = new HashMap<>();
  private final Map<String, Set<OnnxNode>> takers = new HashMap<>();
  private final Set<String> outputs = new LinkedHashSet<>();
  private final List<OnnxNode> live = new ArrayList<>();
  private final List<OnnxNode> dead = new ArrayList<>();
  private final OnnxValue input;

  Wiring(Refusals refusals, OnnxGraph graph) throws MalformedFileException {
    this.refusals = refusals;
    this.graph = graph;
    this.input = onlyInput();
    makers();
    for (OnnxValue output : graph.outputs()) {
      output(output.name());
    }
    if (outputs.isEmpty()) {
      throw refusals.of("the graph has no output", "one");
    }
    sort();
    for (OnnxNode node : live) {
      for (String name : node.inputs()) {
        takers.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(node);
      }
    }
  }

  /** In old files each initializer is an input too; in newer ones that is a default. */
  private OnnxValue onlyInput() throws MalformedFileException {
    List<OnnxValue> inputs =
        graph.inputs().stream()
            .filter(input -> !graph.initializers().containsKey(input.name()))
            .toList();
    if (inputs.size() != 1) {
      String names =
          inputs.stream()
              .limit(8)
              .map(input -> Refusals.shown(input.name()))
              .collect(Collectors.joining(", "));
      throw refusals.of(
          inputs.isEmpty()
              ? "the graph has no input"
              : "the graph has " + inputs.size() + " inputs without values, " + names,
          "one, that of the samples");
    }
    return inputs.getFirst();
  }

  private void makers() throws MalformedFileException {
    Set<String> made = new HashSet<>(graph.initializers().keySet());
    made.add(input.name());
    Set<String> later = new HashSet<>();
    graph.nodes().forEach(node -> later.addAll(node.outputs()));
    for (OnnxNode node : graph.nodes()) {
      for (String name : node.inputs()) {
        if (!name.isEmpty() && !made.contains(name)) {
          throw refusals.of(
              node,
              "its input "
                  + Refusals.shown(name)
                  + (later.contains(name)
                      ? " is made by itself or a later node, as in a cycle"
                      : " is neither an input, nor an initializer, nor made by a node"),
              "a value that was made before");
        }
      }
      for (String name : node.outputs()) {
        if (!name.isEmpty() && !made.add(name)) {
          throw refusals.of(
              node, "its output " + Refusals.shown(name) + " is there already", "a new name");
        }
        makers.put(name, node);
      }
    }
  }

  private void output(String name) throws MalformedFileException {
    boolean known =
        makers.containsKey(name)
            || name.equals(input.name())
            || graph.initializers().containsKey(name);
    if (!known || name.isEmpty()) {
      throw refusals.of(
          "the output " + Refusals.shown(name) + " of the graph is made by no node", "one that is");
    }
    if (!outputs.add(name)) {
      throw refusals.of("the output " + Refusals.shown(name) + " is named twice", "it once");
    }
  }

  /** Tells the nodes that lead to an output from the others. */
  private void sort() {
    Set<OnnxNode> needed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(outputs);
    while (!open.isEmpty()) {
      OnnxNode maker = makers.get(open.remove());
      if (maker != null && needed.add(maker)) {
        open.addAll(maker.inputs());
      }
    }
    for (OnnxNode node : graph.nodes()) {
      (needed.contains(node) ? live : dead).add(node);
    }
  }

  /** What the graph is given. */
  OnnxValue input() {
    return input;
  }

  /** The nodes that lead to an output, in their order. */
  List<OnnxNode> live() {
    return live;
  }

  /** The nodes that lead to none. */
  List<OnnxNode> dead() {
    return dead;
  }

  /** The nodes that take a value and lead to an output, in their order. */
  Set<OnnxNode> takers(String name) {
    return takers.getOrDefault(name, Set.of());
  }

  /** Whether a value is an output of the graph. */
  boolean isOutput(String name) {
    return outputs.contains(name);
  }

  /** What the graph says about an output. */
  OnnxValue declared(String name) {
    return graph.outputs().stream().filter(o -> o.name().equals(name)).findFirst().orElseThrow();
  }

  /** The names of the outputs. */
  Set<String> outputs() {
    return outputs;
  }

  OnnxGraph graph() {
    return graph;
  }
}
