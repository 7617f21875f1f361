package dev.burin.checks.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.burin.data.Encoding;
import java.util.List;
import java.util.Map;

/** Encodings out of the notes of weights files: what is read is spelled and read again. */
final class EncodingTarget implements FuzzTarget {

  @Override
  public String name() {
    return "encoding";
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        ("burin encoding\t1\nclass\tkind\tapple\tpear\n"
                + "standard\twidth\t1.5\t0.25\tNaN\tfalse\n"
                + "one-hot\tcolour\t\tfalse\ttrue\tgreen\tred\n"
                + "boolean\tripe\t\ttrue\tfalse\tno\tyes")
            .getBytes(UTF_8),
        ("burin encoding\t1\nvalue\tprice\t100.0\t12.5\n"
                + "min-max\tsize\t0.0\t4.0\t2.0\ttrue\n"
                + "ordinal\tgrade\ta\\tb\tfalse\tfalse\tlow\thigh")
            .getBytes(UTF_8));
  }

  @Override
  public boolean read(byte[] bytes) {
    Encoding encoding;
    try {
      encoding = Encoding.of(Map.of(Encoding.NOTE, new String(bytes, UTF_8)));
    } catch (IllegalArgumentException e) {
      return Refusal.of(e);
    }
    Encoding again = Encoding.of(encoding.notes());
    if (!again.notes().equals(encoding.notes())
        || !again.toString().equals(encoding.toString())
        || again.inputs() != encoding.inputs()) {
      throw new AssertionError(encoding + " was spelled and read as " + again);
    }
    return true;
  }

  @Override
  public long mostMemory(int length) {
    return 1024L * length;
  }
}
