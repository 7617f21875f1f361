package dev.burin.processor.plan;

import dev.burin.Precision;
import java.util.List;

/**
 * A machine that kernels are planned for, as we write it down: the machine that runs javac is not
 * the machine that will run the network.
 *
 * @param bits the width of a vector
 * @param registers the vector registers that a tile may fill
 */
public record Machine(int bits, int registers) {

  /** The machines that every network is engraved for: NEON and SSE, AVX2, AVX-512. */
  public static final List<Machine> ALL =
      List.of(new Machine(128, 32), new Machine(256, 16), new Machine(512, 32));

  /** The elements of a vector. */
  public int lanes(Precision precision) {
    return bits / 8 / precision.bytes();
  }

  /** What its classes and species are called: {@code V512}. */
  public String label() {
    return "V" + bits;
  }
}
