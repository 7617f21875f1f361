package dev.burin.sample.tutorial;

import dev.burin.data.Dataset;
import dev.burin.data.DoubleTable;
import dev.burin.data.Labels;
import dev.burin.file.MalformedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads Fisher's 150 flowers: four lengths and the name of the species in each line. */
final class IrisFile {

  private static final int LENGTHS = 4;

  private static final List<String> SPECIES =
      List.of("Iris-setosa", "Iris-versicolor", "Iris-virginica");

  private IrisFile() {}

  /** The flowers in the order of the file, the species one-hot. */
  static Dataset read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file).stream().filter(l -> !l.isBlank()).toList();
    double[] lengths = new double[lines.size() * LENGTHS];
    int[] labels = new int[lines.size()];
    for (int i = 0; i < labels.length; i++) {
      String[] cells = lines.get(i).split(",", -1);
      labels[i] = SPECIES.indexOf(cells[cells.length - 1].strip());
      if (cells.length != LENGTHS + 1 || labels[i] < 0) {
        throw new MalformedFileException(
            file, String.format(Locale.ROOT, "Line %d is not four lengths and a species.", i + 1));
      }
      for (int k = 0; k < LENGTHS; k++) {
        lengths[i * LENGTHS + k] = number(file, i, cells[k]);
      }
    }
    return new Dataset(
        new DoubleTable(labels.length, LENGTHS, lengths), Labels.of(labels).oneHot(SPECIES.size()));
  }

  private static double number(Path file, int line, String cell) throws MalformedFileException {
    try {
      return Double.parseDouble(cell.strip());
    } catch (NumberFormatException e) {
      MalformedFileException malformed =
          new MalformedFileException(
              file,
              String.format(
                  Locale.ROOT, "Line %d has '%s' in the place of a length.", line + 1, cell));
      malformed.initCause(e);
      throw malformed;
    }
  }
}
