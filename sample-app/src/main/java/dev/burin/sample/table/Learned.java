package dev.burin.sample.table;

import dev.burin.data.Dataset;
import dev.burin.data.Encoding;
import dev.burin.data.Frame;
import dev.burin.network.Engraved;
import dev.burin.network.FloatNetwork;
import dev.burin.report.Report;
import dev.burin.train.Evaluation;
import dev.burin.train.Metric;
import dev.burin.train.TrainingHistory;
import dev.burin.train.TrainingListener;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network that has learned a table.
 *
 * @param encoding fitted on the rows of the training part alone
 * @param network as it was after its best epoch
 * @param train what it learned from
 * @param validation what told when to stop
 */
record Learned(
    Encoding encoding,
    Engraved<FloatNetwork> network,
    Dataset train,
    Dataset validation,
    TrainingHistory history) {

  /** The share of the rows that are not held out which tells when to stop. */
  private static final double VALIDATION = 0.15;

  /**
   * Learns rows, of which a share is set aside to tell when to stop.
   *
   * @param table all rows that may ever be asked for, with those that are held out
   * @param checkpoints where the training is saved and goes on from, or null
   */
  static Learned from(
      Frame rows,
      Frame table,
      Target target,
      Recipe recipe,
      @Nullable Path checkpoints,
      TrainingListener... listeners) {
    Frame.Parts parts = target.split(rows, 1 - VALIDATION, recipe.seed);
    Encoding encoding = target.fit(parts.train(), table);
    Dataset train = encoding.dataset(parts.train());
    Dataset validation = encoding.dataset(parts.test());
    Engraved<FloatNetwork> network = TableNetworks.of(encoding).seeded().apply(recipe.seed);
    Metric metric = target.classes() ? Metric.accuracy() : Metric.r2();
    TrainingHistory history =
        recipe.trainer(train, validation, metric, checkpoints, listeners).train(network, train);
    return new Learned(encoding, network, train, validation, history);
  }

  Score score(Dataset rows) {
    return Score.of(encoding, Evaluation.of(network, rows));
  }

  /** All of it on one page. */
  Report report(String told, String settings, Evaluation test, List<String> names) {
    return Report.of("To tell " + told, network)
        .training(settings, history)
        .data("rows that trained", train)
        .text("How rows are read", encoding.toString())
        .evaluation("rows that were held out", test, names);
  }

  /** Rows that were held out. */
  Evaluation evaluate(Frame rows) {
    return Evaluation.of(network, encoding.dataset(rows));
  }
}
