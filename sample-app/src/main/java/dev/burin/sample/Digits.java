package dev.burin.sample;

import dev.burin.data.ByteTable;
import dev.burin.data.Dataset;
import dev.burin.data.Labels;
import dev.burin.data.Split;
import dev.burin.data.idx.Mnist;
import dev.burin.network.Decision;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Pictures of fives, with target 0, and eights, with target 1.
 *
 * @param train what the network learns from
 * @param test what it has not seen
 * @param name what the digits are, in a few words
 */
record Digits(Dataset train, Dataset test, String name) {

  /** How many digits are drawn to learn from. */
  static final int DRAWN_TRAIN = 2000;

  /** How many digits are drawn to be held out. */
  static final int DRAWN_TEST = 500;

  /** The largest value of a pixel in a file: the network sees the share of it. */
  static final int WHITE = 255;

  /** Digits drawn by the application, half of them fives; equal seeds give equal digits. */
  static Digits drawn(long seed) {
    DrawnDigits pen = new DrawnDigits(seed);
    return new Digits(drawn(pen, DRAWN_TRAIN), drawn(pen, DRAWN_TEST), "drawn digits");
  }

  /**
   * The fives and eights among the MNIST digits.
   *
   * @throws IOException if a file is missing or is not what it should be
   */
  static Digits mnist(Path directory) throws IOException {
    Split split = Mnist.read(directory).binary(5, 8, WHITE);
    return new Digits(split.train(), split.test(), "MNIST digits");
  }

  /** One picture: {@code [784]}, from 0 to 1. */
  static float[] picture(Dataset data, int index) {
    float[] pixels = new float[data.features().columns()];
    data.features().copyRow(index, pixels, 0);
    return pixels;
  }

  /** The digit that a picture shows. */
  static int truth(Dataset data, int index) {
    return digit(data.targets().value(index, 0));
  }

  /** The digit that a probability or a target stands for. */
  static int digit(double probability) {
    return probability >= Decision.THRESHOLD ? 8 : 5;
  }

  private static Dataset drawn(DrawnDigits pen, int count) {
    byte[] pixels = new byte[count * Pen.SIDE * Pen.SIDE];
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = i % 2;
      byte[] digit = labels[i] == 0 ? pen.five() : pen.eight();
      System.arraycopy(digit, 0, pixels, i * digit.length, digit.length);
    }
    return new Dataset(
        new ByteTable(count, Pen.SIDE * Pen.SIDE, pixels, WHITE), Labels.of(labels).binary());
  }
}
