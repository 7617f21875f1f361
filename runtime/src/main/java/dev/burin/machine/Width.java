package dev.burin.machine;

/** The SIMD widths that kernels are engraved for, and the plain twin. */
public enum Width {
  /** No SIMD: the plain twin. */
  PLAIN(0),
  /** 128 bits: SSE and NEON. */
  V128(128),
  /** 256 bits: AVX2. */
  V256(256),
  /** 512 bits: AVX-512. */
  V512(512);

  private final int bits;

  Width(int bits) {
    this.bits = bits;
  }

  /** The bits of a vector; 0 for the twin. */
  public int bits() {
    return bits;
  }

  /** What a kernel of this width reports itself as on this machine. */
  public String path() {
    boolean arm = System.getProperty("os.arch", "").equals("aarch64");
    return switch (this) {
      case PLAIN -> "plain";
      case V128 -> arm ? "neon" : "sse";
      case V256 -> arm ? "sve256" : "avx2";
      case V512 -> arm ? "sve512" : "avx512";
    };
  }
}
