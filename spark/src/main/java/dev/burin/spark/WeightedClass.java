package dev.burin.spark;

import dev.burin.network.Engraved;
import dev.burin.network.NeuralNetwork;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/** A generated class with weights and what lies with them, on the driver. */
final class WeightedClass {

  private final EngravedClass type;
  private final NeuralNetwork network;
  private final Object parameters;
  private final Map<String, String> notes;
  private final Outcome outcome;
  private @Nullable SparkContext context;
  private @Nullable Broadcast<Object> sent;

  WeightedClass(EngravedClass type, NeuralNetwork network, Map<String, String> notes) {
    this(type, network, notes, Outcome.NONE);
  }

  WeightedClass(
      EngravedClass type, NeuralNetwork network, Map<String, String> notes, Outcome outcome) {
    this.outcome = outcome;
    this.type = type;
    this.network = network;
    this.parameters = LocalNetworks.parameters(network);
    this.notes = Map.copyOf(notes);
  }

  /** A copy of the weights of an object. */
  static WeightedClass of(Engraved<?> engraved, Map<String, String> notes) {
    EngravedClass type = EngravedClass.of(engraved);
    NeuralNetwork network = engraved.network();
    return new WeightedClass(
        type, LocalNetworks.of(type, LocalNetworks.parameters(network)), notes);
  }

  EngravedClass type() {
    return type;
  }

  /** A network with these weights, which nobody changes. */
  NeuralNetwork network() {
    return network;
  }

  Map<String, String> notes() {
    return notes;
  }

  /** The training that ended with these weights, as far as it was of this session. */
  Outcome outcome() {
    return outcome;
  }

  /** The parameters, sent to the executors of a context once. */
  synchronized Broadcast<Object> send(SparkContext to) {
    Broadcast<Object> known = sent;
    if (known == null || !Objects.equals(context, to)) {
      known = JavaSparkContext.fromSparkContext(to).broadcast(parameters);
      sent = known;
      context = to;
    }
    return known;
  }

  @Override
  public String toString() {
    return type.name() + " " + network.shape();
  }
}
