package dev.burin.processor.declare;

import dev.burin.Precision;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The one name that is taken: {@code network()}, with which a generated class gives its network.
 */
final class NetworkMethod {

  private final Elements elements;
  private final Types types;
  private final Reporter reporter;
  private final String network;
  private final Precision other;

  NetworkMethod(Elements elements, Types types, Reporter reporter, Precision precision) {
    this.elements = elements;
    this.types = types;
    this.reporter = reporter;
    this.network =
        switch (precision) {
          case FLOAT -> "FloatNetwork";
          case DOUBLE -> "DoubleNetwork";
        };
    this.other = precision == Precision.FLOAT ? Precision.DOUBLE : Precision.FLOAT;
  }

  static boolean is(MethodDeclaration method) {
    return method.name().equals("network") && method.parameterTypes().isEmpty();
  }

  /** An abstract {@code network()} is welcome where the generated one implements it. */
  void check(MethodDeclaration method) {
    TypeElement type = elements.getTypeElement("dev.burin.network." + network);
    if (type == null || types.isSubtype(type.asType(), method.result())) {
      return;
    }
    String advice =
        method.owner().equals("Engraved")
            ? "Extend `Engraved<" + network + ">`, or set precision = Precision." + other
            : "Rename it, or declare it as `" + network + " network();`";
    reporter.refuse(method.place(), Message.METHOD_NETWORK, method.spelled(), network, advice);
  }

  /** A default method would be overridden, and its body lost. */
  void refuseDefault(Place place) {
    String advice = "Rename it, or declare it without a body as `" + network + " network();`";
    String method = "A default method network()";
    reporter.refuse(place, Message.METHOD_NETWORK, method, network, advice);
  }
}
