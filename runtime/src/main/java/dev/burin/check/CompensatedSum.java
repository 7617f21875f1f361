package dev.burin.check;

/** A sum that keeps what rounding takes from it (Neumaier, ZAMM 54, 1974). */
final class CompensatedSum {

  private double sum;
  private double lost;

  void add(double term) {
    double next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
  }

  double value() {
    // An infinite or undefined sum has no meaningful remainder.
    return Double.isFinite(sum) ? sum + lost : sum;
  }
}
