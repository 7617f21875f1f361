package dev.burin.spark;

import dev.burin.network.NeuralNetwork;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;

/**
 * What an executor needs to know to give answers: it travels in the closure of a task, and the
 * parameters are fetched once by each executor.
 *
 * @param type the class of the network
 * @param parameters {@code float[]} or {@code double[]}
 * @param notes what lies with the weights
 * @param inputs how cells become inputs
 * @param answers what is asked, in the order of their columns
 * @param invalid what becomes of rows without an answer
 */
record Scoring(
    EngravedClass type,
    Broadcast<Object> parameters,
    Map<String, String> notes,
    Inputs inputs,
    List<Answer> answers,
    Invalid invalid)
    implements Serializable {

  /** The network of this executor. */
  NeuralNetwork network() {
    return LocalNetworks.of(type, parameters.value());
  }

  /** What makes answers of its outputs. */
  Teller teller(NeuralNetwork network) {
    return new Teller(network.shape(), notes);
  }
}
