package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.util.Set;

/** Which operators can be part of a chain at all: others are named before shapes are looked at. */
final class Operators {

  private static final Set<String> STANDARD =
      Set.of(
          ("Gemm MatMul BatchNormalization Softmax LogSoftmax Identity Dropout Cast Shape Reshape"
                  + " Flatten Squeeze Unsqueeze Transpose Concat Gather Slice Constant ArgMax")
              .split(" "));

  private static final Set<String> ML = Set.of("Scaler", "ZipMap", "ArrayFeatureExtractor");

  private Operators() {}

  /** What stands around others, so that these tell more about a model. */
  private static final Set<String> AROUND =
      Set.of("Expand", "ConstantOfShape", "Tile", "Range", "Pad", "Split", "CastLike", "Not");

  /** Refuses the node whose operator tells most clearly that it can be no part of a chain. */
  static void check(Refusals refusals, Wiring wiring, Constants constants)
      throws MalformedFileException {
    OnnxNode unknown = null;
    for (OnnxNode node : wiring.live()) {
      if (!constants.evaluated(node) && !known(node)) {
        if (!AROUND.contains(node.op())) {
          throw refusals.operator(node);
        }
        unknown = unknown == null ? node : unknown;
      }
    }
    if (unknown != null) {
      throw refusals.operator(unknown);
    }
  }

  private static boolean known(OnnxNode node) {
    return node.standard()
        ? STANDARD.contains(node.op()) || Elementwise.OPERATORS.contains(node.op())
        : node.domain().equals(Versions.ML) && ML.contains(node.op());
  }

  /** Refuses a node in which graphs are nested, whatever is in them. */
  static void checkNested(Refusals refusals, OnnxGraph graph) throws MalformedFileException {
    for (OnnxNode node : graph.nodes()) {
      if (node.attributes().values().stream().anyMatch(OnnxAttribute::graphs)) {
        throw refusals.of(node, "a graph is nested in it", "a chain without control flow");
      }
    }
  }
}
