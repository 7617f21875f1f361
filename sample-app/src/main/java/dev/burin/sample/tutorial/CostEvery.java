package dev.burin.sample.tutorial;

import dev.burin.train.TrainingListener;

/**
 * Prints the cost of a full batch every so many iterations, as the tutorials do.
 *
 * @param interval the iterations from one line to the next
 */
record CostEvery(int interval) implements TrainingListener {

  @Override
  public void recorded(int iteration, double cost) {
    if (iteration % interval == 0) {
      Figures.cost(iteration, cost);
    }
  }
}
