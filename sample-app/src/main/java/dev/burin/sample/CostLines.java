package dev.burin.sample;

import dev.burin.train.ConsoleProgress;
import dev.burin.train.TrainingListener;
import dev.burin.train.TrainingPlan;

/**
 * Prints the cost every so often, above the line of progress: with full batches the cost before an
 * update, with others the mean over an epoch beside the updates that were made at its end.
 */
final class CostLines implements TrainingListener {

  private final ConsoleProgress progress;
  private int every = 1;
  private TrainingPlan plan = new TrainingPlan(1, 1, 1);

  CostLines(ConsoleProgress progress) {
    this.progress = progress;
  }

  /**
   * The iterations between two lines: 100 in a long training, a tenth in a short one, and always
   * whole epochs.
   */
  static int every(TrainingPlan plan) {
    int wanted = plan.iterations() >= 1000 ? 100 : Math.max(1, plan.iterations() / 10);
    int perEpoch = plan.iterationsPerEpoch();
    return Math.max(1, (wanted + perEpoch / 2) / perEpoch) * perEpoch;
  }

  @Override
  public void started(TrainingPlan plan) {
    this.plan = plan;
    every = every(plan);
  }

  @Override
  public void recorded(int iteration, double cost) {
    int told =
        plan.fullBatch() ? iteration : plan.iterationsAfter(iteration / plan.iterationsPerEpoch());
    // The last line is that of the final cost.
    if (told % every == 0 && told < plan.iterations()) {
      progress.line(Lines.cost(told, cost));
    }
  }
}
