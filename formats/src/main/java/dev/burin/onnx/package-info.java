/**
 * ONNX files: {@link dev.burin.onnx.Onnx} reads those of fully connected networks.
 *
 * <p>A file goes through these steps: {@code ModelReader} and its like read the protobuf messages,
 * {@code Wiring} finds the graph sound, {@code Constants} evaluates what does not depend on the
 * input, {@code ChainReader} follows the input and says to a {@link
 * dev.burin.interchange.ChainBuilder} what each node does to it, and {@code Interpreter} computes
 * the graph by a way of its own, to compare.
 */
@NullMarked
package dev.burin.onnx;

import org.jspecify.annotations.NullMarked;
