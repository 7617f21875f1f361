package dev.burin.onnx;

import org.jspecify.annotations.Nullable;

/**
 * A setting of a node, {@code AttributeProto}.
 *
 * @param f a float
 * @param i a whole number
 * @param s a text
 * @param t a tensor, or null
 * @param floats floats
 * @param ints whole numbers
 * @param graphs whether graphs are nested in it
 * @param kind the number of its type in the file, 0 where none is given
 */
record OnnxAttribute(
    String name,
    float f,
    long i,
    String s,
    @Nullable OnnxTensor t,
    float[] floats,
    long[] ints,
    boolean graphs,
    int kind) {}
