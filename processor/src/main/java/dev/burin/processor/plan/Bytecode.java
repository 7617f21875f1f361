package dev.burin.processor.plan;

/**
 * Counts the bytes of one method as javac encodes it. The lengths are those of the instructions in
 * the JVM specification, chapter 6: a place among the locals costs by its number, a constant by its
 * size.
 *
 * <p>The index of a constant in the pool of its class is not known before the class is: constants
 * from the pool count as if it were large, so that no method gets longer than predicted.
 */
final class Bytecode {

  /** invokestatic, invokevirtual, getstatic, getfield, a conditional branch, goto. */
  private static final int LONG = 3;

  private int bytes;
  private int free;

  /**
   * An empty method.
   *
   * @param parameters the places that its parameters take
   */
  Bytecode(int parameters) {
    free = parameters;
  }

  /** The bytes, the final return included. */
  int bytes() {
    return bytes + 1;
  }

  /** The place of a new local. */
  int local() {
    return free++;
  }

  /** The places of some new locals, from the first on. */
  int locals(int count) {
    free += count;
    return free - count;
  }

  /** What {@link #end} gives back: the locals of a block end with it. */
  int begin() {
    return free;
  }

  void end(int begin) {
    free = begin;
  }

  /** Reads locals. */
  Bytecode load(int... places) {
    for (int place : places) {
      bytes += access(place);
    }
    return this;
  }

  Bytecode store(int place) {
    bytes += access(place);
    return this;
  }

  /** The first four places have instructions of their own; from 256 on they need two bytes. */
  private static int access(int place) {
    return place < 4 ? 1 : place < 256 ? 2 : 4;
  }

  Bytecode constant(int value) {
    if (value >= -1 && value <= 5) {
      bytes += 1;
    } else {
      bytes += (byte) value == value ? 2 : 3;
    }
    return this;
  }

  /** Instructions of one byte: arithmetic, elements of arrays, a return. */
  Bytecode operators(int count) {
    bytes += count;
    return this;
  }

  Bytecode call() {
    bytes += LONG;
    return this;
  }

  /** A field of the class or of an object. */
  Bytecode field() {
    bytes += LONG;
    return this;
  }

  Bytecode branch() {
    bytes += LONG;
    return this;
  }

  /** Bytes that were counted elsewhere. */
  Bytecode add(int counted) {
    bytes += counted;
    return this;
  }

  /** {@code place + offset}, where javac does not fold an offset of 0. */
  Bytecode at(int place, int offset) {
    return load(place).constant(offset).operators(1);
  }

  /** {@code place}, or {@code place + offset} where there is one. */
  Bytecode step(int place, int offset) {
    return offset == 0 ? load(place) : at(place, offset);
  }

  /** {@code i += step} and the way back, for steps that fit into 16 bits. */
  Bytecode repeat(int step) {
    bytes += (byte) step == step ? LONG : 2 * LONG;
    return branch();
  }

  /** The head and the end of {@code for (int i = first; i < end; i += step)}, of constants. */
  int loop(int first, int end, int step) {
    int i = local();
    constant(first).store(i).load(i).constant(end).branch().repeat(step);
    return i;
  }

  /** The head and the end of {@code for (int i = from; i < to; i++)}, of locals. */
  int loop(int from, int to) {
    int i = local();
    load(from).store(i).load(i, to).branch().repeat(1);
    return i;
  }
}
