package dev.burin.data.idx;

import dev.burin.data.ByteTable;
import dev.burin.data.Dataset;
import dev.burin.data.Labels;
import dev.burin.data.Split;
import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The MNIST images of handwritten digits, or any set in the same four files.
 *
 * @param trainImages 60,000 images of 28 x 28 in MNIST
 * @param trainLabels the digits on them
 * @param testImages 10,000 images
 * @param testLabels the digits on them
 */
public record Mnist(
    IdxImages trainImages, Labels trainLabels, IdxImages testImages, Labels testLabels) {

  /** The number of classes. */
  public static final int CLASSES = 10;

  /**
   * Reads the four files of a directory: {@code train-images-idx3-ubyte}, {@code
   * train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte},
   * each as it is or with {@code .gz} behind it; where both are there, the one without is read. A
   * dot may stand before {@code idx}, each file may lie in a folder of its own name, and all four
   * in a directory up to two levels below, such as {@code MNIST/raw}. Nothing is downloaded.
   *
   * @throws NoSuchFileException if a file is missing; the message names all that are, and what is
   *     there instead
   * @throws MalformedFileException if a file does not hold what it should, the images and labels
   *     differ in number, the test images have another size, or a label is not 0 to 9
   * @throws IOException if a file cannot be read
   */
  public static Mnist read(Path directory) throws IOException {
    return read(directory, IdxReader.MOST_UNPACKED);
  }

  /**
   * Reads the four files of a directory, as {@link #read(Path)} does.
   *
   * @param mostUnpacked the most bytes of memory that each compressed file may take, as in {@link
   *     IdxReader#images(Path, long)}
   * @throws NoSuchFileException if a file is missing
   * @throws MalformedFileException if a file does not hold what it should, or unpacks to more
   * @throws IOException if a file cannot be read
   */
  public static Mnist read(Path directory, long mostUnpacked) throws IOException {
    MnistFiles files = MnistFiles.in(directory);
    IdxImages trainImages = IdxReader.images(files.trainImages(), mostUnpacked);
    Labels trainLabels = labels(files.trainLabels(), trainImages, mostUnpacked);
    Path testFile = files.testImages();
    IdxImages testImages = IdxReader.images(testFile, mostUnpacked);
    if (testImages.rows() != trainImages.rows() || testImages.columns() != trainImages.columns()) {
      throw new MalformedFileException(
          testFile,
          String.format(
              Locale.ROOT, "the test images are %d x %d", testImages.rows(), testImages.columns()),
          String.format(
              Locale.ROOT,
              "%d x %d, as the training images are",
              trainImages.rows(),
              trainImages.columns()));
    }
    Labels testLabels = labels(files.testLabels(), testImages, mostUnpacked);
    return new Mnist(trainImages, trainLabels, testImages, testLabels);
  }

  /**
   * The images of two digits, for a network with one output.
   *
   * @param zero the digit whose target is 0
   * @param one the digit whose target is 1
   * @param divisor what each pixel is divided by, as in {@link ByteTable}
   * @throws IllegalArgumentException if the digits are the same or not 0 to 9, or the divisor is
   *     out of range
   */
  public Split binary(int zero, int one, int divisor) {
    checkDigit(zero);
    checkDigit(one);
    return new Split(
        binary(trainImages, trainLabels, zero, one, divisor),
        binary(testImages, testLabels, zero, one, divisor));
  }

  /**
   * All images, for a network with one output per digit.
   *
   * @param divisor what each pixel is divided by, as in {@link ByteTable}
   * @throws IllegalArgumentException if the divisor is out of range
   */
  public Split oneHot(int divisor) {
    return new Split(
        new Dataset(trainImages.table(divisor), trainLabels.oneHot(CLASSES)),
        new Dataset(testImages.table(divisor), testLabels.oneHot(CLASSES)));
  }

  private static Dataset binary(IdxImages images, Labels labels, int zero, int one, int divisor) {
    int[] rows = labels.rowsOf(zero, one);
    return new Dataset(
        images.table(divisor).select(rows), labels.select(rows).renumbered(zero, one).binary());
  }

  private static void checkDigit(int digit) {
    if (digit < 0 || digit >= CLASSES) {
      throw new IllegalArgumentException("The digit is " + digit + ", not 0 to 9.");
    }
  }

  private static Labels labels(Path file, IdxImages images, long mostUnpacked) throws IOException {
    Labels labels = IdxReader.labels(file, mostUnpacked);
    if (labels.size() != images.count()) {
      throw new MalformedFileException(
          file,
          "the file holds " + labels.size() + " labels",
          images.count() + ", one for each of its images");
    }
    for (int i = 0; i < labels.size(); i++) {
      if (labels.get(i) >= CLASSES) {
        throw new MalformedFileException(
            file, String.format(Locale.ROOT, "label %d is %d", i, labels.get(i)), "0 to 9");
      }
    }
    return labels;
  }
}
