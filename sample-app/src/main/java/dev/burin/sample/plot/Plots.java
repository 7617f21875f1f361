package dev.burin.sample.plot;

import dev.burin.metric.Probabilities;
import dev.burin.network.NeuralNetwork;
import dev.burin.sample.Output;
import dev.burin.train.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pictures that there are of an evaluation of classes, and how they are written. */
public final class Plots {

  /** The bins of a calibration. */
  private static final int BINS = 10;

  /** A matrix of more classes is no help to the eye. */
  private static final int MOST_CLASSES = 30;

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  private Plots() {}

  /**
   * Pictures of how well classes are told: {@code confusion.png}, and where outputs are
   * probabilities {@code roc.png} and, for two classes, {@code calibration.png}.
   *
   * @param names of the classes
   */
  public static Plots of(Evaluation evaluation, List<String> names) throws IOException {
    Plots plots = new Plots();
    if (names.size() <= MOST_CLASSES) {
      plots.files.put(
          "confusion.png", ConfusionPlot.png("Confusion", evaluation.confusion(), names));
    }
    Probabilities probabilities = evaluation.probabilities();
    if (!Double.isNaN(probabilities.logLoss())) {
      plots.files.put("roc.png", RocPlot.png("ROC", probabilities, names));
      if (names.size() == 2) {
        plots.files.put(
            "calibration.png",
            CalibrationPlot.png(
                "Calibration", probabilities.calibration(1, BINS), names.getLast()));
      }
    }
    return plots;
  }

  /**
   * These and {@code weights.png}, what the units of the first layer look for.
   *
   * @param width the pixels of an input in a row
   */
  public Plots and(NeuralNetwork network, int width) throws IOException {
    files.put("weights.png", WeightsPlot.png(network, width));
    return this;
  }

  /** Writes the files, each as a whole, and names them. */
  public List<Path> write(Path directory) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, byte[]> each : files.entrySet()) {
      Path file = directory.resolve(each.getKey());
      Output.write(file, each.getValue());
      written.add(file);
    }
    return written;
  }
}
