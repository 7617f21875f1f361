package dev.burin.onnx;

import dev.burin.file.MalformedFileException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads {@code AttributeProto}. */
final class AttributeReader {

  private static final int NAME = 1;
  private static final int F = 2;
  private static final int I = 3;
  private static final int S = 4;
  private static final int T = 5;
  private static final int G = 6;
  private static final int FLOATS = 7;
  private static final int INTS = 8;
  private static final int GRAPHS = 11;
  private static final int TYPE = 20;

  private final Budget budget;

  AttributeReader(Budget budget) {
    this.budget = budget;
  }

  OnnxAttribute read(Wire wire) throws MalformedFileException {
    Pieces floats = new Pieces();
    Longs ints = new Longs();
    String name = "";
    float f = 0;
    long i = 0;
    String s = "";
    @Nullable OnnxTensor t = null;
    boolean graphs = false;
    int type = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case NAME -> name = wire.text();
        case F -> f = wire.fixedFloat();
        case I -> i = wire.number();
        // Texts are bytes here, which need not be UTF-8.
        case S -> s = latin(wire.message().buffer());
        case T -> t = new TensorReader(budget).read(wire.message());
        case FLOATS -> floats.add(wire.fixed(Float.BYTES));
        case INTS -> wire.numbers(ints);
        case TYPE -> type = wire.number32();
        case G, GRAPHS -> {
          graphs = true;
          // Whatever is nested there is not read, however deep it is.
          wire.skip();
        }
        default -> wire.skip();
      }
    }
    return new OnnxAttribute(name, f, i, s, t, floats(floats), ints.toArray(), graphs, type);
  }

  private static float[] floats(Pieces pieces) {
    ByteBuffer bytes = pieces.bytes();
    if (bytes == null) {
      return new float[0];
    }
    float[] floats = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(floats);
    return floats;
  }

  private static String latin(ByteBuffer bytes) {
    StringBuilder text = new StringBuilder(Math.min(bytes.remaining(), 64));
    while (bytes.hasRemaining() && text.length() < 64) {
      text.append((char) (bytes.get() & 0xff));
    }
    return text.toString();
  }
}
