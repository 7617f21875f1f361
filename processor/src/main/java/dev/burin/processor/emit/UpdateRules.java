package dev.burin.processor.emit;

import com.palantir.javapoet.MethodSpec;
import java.util.List;
import java.util.Locale;

/** U1 and U2: the rules that move ranges of parameters. */
final class UpdateRules {

  private final String type;
  private final String vector;
  private final String species;
  private final int lanes;

  /** Rules in vectors of some lanes. */
  UpdateRules(Vocabulary words, int lanes) {
    this.type = words.element();
    this.vector = words.vector();
    this.species = LayerText.species(lanes);
    this.lanes = lanes;
  }

  List<MethodSpec> methods() {
    return List.of(descend(), descendWithMomentum());
  }

  private MethodSpec descend() {
    Body body = new Body();
    broadcast(body, "minusEta", "down");
    open(body);
    body.line("%s p0 = %s", vector, fromArray("p", "i"));
    body.line("%s.fma(minusEta, p0).intoArray(p, i)", fromArray("g", "i + d"));
    rest(body);
    body.line("p[i] = Math.fma(down, g[i + d], p[i])");
    body.close();
    return Methods.override(
        "descend",
        String.format(Locale.ROOT, "%1$s[] p, int from, int to, %1$s[] g, int at, %1$s down", type),
        body);
  }

  private MethodSpec descendWithMomentum() {
    Body body = new Body();
    broadcast(body, "minusEta", "down");
    broadcast(body, "momentum", "mu");
    open(body);
    body.line("%s v0 = %s.mul(momentum)", vector, fromArray("v", "i"));
    body.line("%s v1 = %s.fma(minusEta, v0)", vector, fromArray("g", "i + d"));
    body.line("v1.intoArray(v, i)");
    body.line("%s.add(v1).intoArray(p, i)", fromArray("p", "i"));
    rest(body);
    body.line("v[i] = Math.fma(down, g[i + d], mu * v[i])");
    body.line("p[i] += v[i]");
    body.close();
    return Methods.override(
        "descendWithMomentum",
        String.format(
            Locale.ROOT,
            "%1$s[] p, %1$s[] v, int from, int to, %1$s[] g, int at, %1$s down, %1$s mu",
            type),
        body);
  }

  private void broadcast(Body body, String name, String number) {
    body.line("%s %s = %s.broadcast(%s, %s)", vector, name, vector, species, number);
  }

  private void open(Body body) {
    body.line("int d = at - from");
    body.line("int i = from");
    body.open("for (; i + %1$d <= to; i += %1$d)", lanes);
  }

  private static void rest(Body body) {
    body.close();
    body.open("for (; i < to; i++)");
  }

  private String fromArray(String array, String at) {
    return String.format(Locale.ROOT, "%s.fromArray(%s, %s, %s)", vector, species, array, at);
  }
}
