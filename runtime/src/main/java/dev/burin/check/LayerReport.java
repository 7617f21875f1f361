package dev.burin.check;

import java.util.Locale;

/**
 * What a check found on one layer.
 *
 * @param layer the number of the layer, from 1
 * @param distance {@code |a - b| / (|a| + |b|)} over all that was checked; 0 if both are 0
 * @param checked how many coordinates or directions were compared
 * @param skipped how many were not, because a kink lay within even the shortest step
 * @param shortened how many were compared with a shorter step because a kink lay within the full
 *     one
 * @param worst where the two differ most: {@code w[j][k] of B4}, {@code b[j] of B3}, the tags being
 *     those of {@link dev.burin.kernel.Equation}, or {@code direction i}; {@code none} if nothing
 *     was compared
 * @param analytic the derivative there, from the equations
 * @param numeric the derivative there, from what it was compared with
 */
public record LayerReport(
    int layer,
    double distance,
    int checked,
    int skipped,
    int shortened,
    String worst,
    double analytic,
    double numeric) {

  @Override
  public String toString() {
    String kinks =
        skipped + shortened == 0
            ? ""
            : String.format(
                Locale.ROOT,
                ", %d skipped and %d with a shorter step at kinks",
                skipped,
                shortened);
    return String.format(
        Locale.ROOT,
        "layer %d: distance %.2e over %d%s; worst at %s: %s and %s",
        layer,
        distance,
        checked,
        kinks,
        worst,
        analytic,
        numeric);
  }
}
