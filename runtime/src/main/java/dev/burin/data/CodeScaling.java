package dev.burin.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the codes of some columns do to numbers, as one scaling of all inputs. */
final class CodeScaling {

  private CodeScaling() {}

  /** The scaling; what is no scaled number stays as it is. */
  static Scaling of(List<Code> codes, int inputs) {
    double[] shift = new double[inputs];
    double[] divisor = new double[inputs];
    Arrays.fill(divisor, 1);
    int at = 0;
    for (Code code : codes) {
      if (code instanceof NumberCode number) {
        shift[at] = number.shift();
        divisor[at] = number.divisor();
      }
      at += code.width();
    }
    return Scaling.of(shift, divisor);
  }

  /** The same codes with numbers as they are. */
  static List<Code> without(List<Code> codes) {
    List<Code> plain = new ArrayList<>();
    for (Code code : codes) {
      plain.add(
          switch (code) {
            case NumberCode number -> number.unscaled();
            case CategoryCode category -> category;
          });
    }
    return plain;
  }
}
