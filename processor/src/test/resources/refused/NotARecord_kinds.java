// An interface, an enum, an annotation, a list, a text.
package garden;

import static dev.burin.Activation.*;
import static dev.burin.Initializer.*;
import static dev.burin.Loss.*;
import static dev.burin.Precision.*;

import dev.burin.Network;

@Network(layers = {4, 3}, activations = SOFTMAX, loss = CROSS_ENTROPY)
interface Five {
  float[] a(Kind x);
//               ^ [BurinNotARecord] Kind is an enum,
  float[] b(Plan x);
//               ^ [BurinNotARecord] Plan is an interface,
  float[] c(Mark x);
//               ^ [BurinNotARecord] Mark is an annotation,
  float[] d(java.util.List<Float> x);
//                                ^ [BurinNotARecord] List is an interface,
  Kind e(String x);
//              ^ [BurinNotARecord] String is a class,
}

enum Kind {
  A,
  B,
  C
}

interface Plan {}

@interface Mark {}
