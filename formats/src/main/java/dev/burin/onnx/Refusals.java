package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import dev.burin.file.Names;

/**
 * Makes the refusals of one file, each with the node and what is wrong with it.
 *
 * @param file what messages call the file
 */
record Refusals(String file) {

  MalformedFileException of(OnnxNode node, String found, String expected) {
    return new MalformedFileException(file, node.place(), found, expected);
  }

  MalformedFileException of(String found, String expected) {
    return new MalformedFileException(file, found, expected);
  }

  /** The refusal of an operator that is no part of a chain of dense layers. */
  MalformedFileException operator(OnnxNode node) {
    return of(
        node,
        node.standard()
            ? "the operator " + Names.shown(node.op()) + " is no part of a chain of dense layers"
            : "the operator "
                + Names.shown(node.op())
                + " of the domain "
                + Names.shown(node.domain())
                + " is not known",
        "Gemm, or MatMul and Add, and activations; the documentation has the list");
  }

  /** A name in a message. */
  static String shown(String name) {
    return "\"" + Names.shown(name) + "\"";
  }
}
