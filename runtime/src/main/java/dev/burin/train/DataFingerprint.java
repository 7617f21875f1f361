package dev.burin.train;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.burin.Precision;
import dev.burin.data.Samples;
import dev.burin.data.Shuffle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * By which samples are known to be the same: a SHA-256 (FIPS 180-4) over their number, their widths
 * and what a network reads of them, little-endian, in its precision: of a chunk at a time all
 * inputs, all targets and, in double, the weights.
 */
final class DataFingerprint {

  /** The numbers that are looked at together, or those of one sample. */
  private static final int CHUNK = 1 << 16;

  private static final int SHOWN = 16;

  private DataFingerprint() {}

  /** The samples in words: their number, their widths and the digits that tell them apart. */
  static String of(Samples samples, Precision precision) {
    MessageDigest digest = digest();
    int[] rows = Shuffle.identity(samples.size());
    int width = samples.inputs() + samples.outputs() + 1;
    int chunk = Math.clamp(CHUNK / width, 1, rows.length);
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.multiplyExact(chunk * width, Double.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < rows.length; from += chunk) {
      int count = Math.min(chunk, rows.length - from);
      switch (precision) {
        case FLOAT -> floats(samples, rows, from, count, buffer);
        case DOUBLE -> doubles(samples, rows, from, count, buffer);
      }
      digest.update(buffer.flip());
      buffer.clear();
    }
    String sizes =
        String.format(
            Locale.ROOT,
            "%d samples of %d inputs and %d targets",
            samples.size(),
            samples.inputs(),
            samples.outputs());
    byte[] all = digest.digest(sizes.getBytes(UTF_8));
    return sizes + ", fingerprint " + HexFormat.of().formatHex(all).substring(0, SHOWN);
  }

  private static void floats(Samples samples, int[] rows, int from, int count, ByteBuffer to) {
    float[] x = new float[count * samples.inputs()];
    float[] y = new float[count * samples.outputs()];
    samples.copy(rows, from, count, x, y);
    to.asFloatBuffer().put(x).put(y);
    to.position((x.length + y.length) * Float.BYTES);
    weights(samples, from, count, to);
  }

  private static void doubles(Samples samples, int[] rows, int from, int count, ByteBuffer to) {
    double[] x = new double[count * samples.inputs()];
    double[] y = new double[count * samples.outputs()];
    samples.copy(rows, from, count, x, y);
    to.asDoubleBuffer().put(x).put(y);
    to.position((x.length + y.length) * Double.BYTES);
    weights(samples, from, count, to);
  }

  private static void weights(Samples samples, int from, int count, ByteBuffer to) {
    if (!samples.weights().isNone()) {
      for (int i = from; i < from + count; i++) {
        to.putDouble(samples.weights().get(i));
      }
    }
  }

  /** A checksum of an order, in words. */
  static String of(int[] order) {
    ByteBuffer bytes = ByteBuffer.allocate(CHUNK * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    MessageDigest digest = digest();
    for (int from = 0; from < order.length; from += CHUNK) {
      int[] part = Arrays.copyOfRange(order, from, Math.min(order.length, from + CHUNK));
      bytes.clear().asIntBuffer().put(part);
      digest.update(bytes.limit(part.length * Integer.BYTES));
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256, but this one says not.", e);
    }
  }
}
