package dev.burin.serve;

import dev.burin.io.Reading;
import dev.burin.io.WeightsFile;
import dev.burin.network.Engraved;
import dev.burin.network.Fingerprint;
import dev.burin.network.FloatNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A network in use, and the one that takes its place without a pause.
 *
 * <pre>{@code
 * FloatServed<FiveOrEightNetwork> served =
 *     FloatServed.of(WeightsFile.load(file, new FiveOrEightNetwork()), FiveOrEightNetwork::new);
 * float p = served.get().probability(pixels);      // from any thread
 * Swap swap = served.swap(newFile);                // the next get() gives the new one
 * }</pre>
 *
 * <p>Other weights are loaded and looked at aside, in a network that shares the kernels and their
 * warm-up; then one volatile write serves it whole. Who has got the old one finishes on it. The one
 * before the last swap is kept for {@link #rollback}, all older ones are garbage.
 *
 * @param <E> the generated class
 */
public final class FloatServed<E extends Engraved<FloatNetwork>> implements Supplier<E> {

  private static final Reading READING = Reading.standard().goldenIfPresent();

  private final Function<FloatNetwork, E> engrave;
  private final Fingerprint declaration;
  private final Object swapping = new Object();
  private volatile Standing<E> now;
  private @Nullable Standing<E> before;

  private FloatServed(E first, Function<FloatNetwork, E> engrave) {
    this.engrave = engrave;
    this.declaration = Fingerprint.of(first.network().shape());
    this.now = Standing.first(first, Fingerprint.of(first.network()));
  }

  /**
   * A network in use.
   *
   * @param first has weights; whoever hands it over no longer trains or loads it
   * @param engrave gives the generated class over another network, as its constructor does
   * @throws IllegalStateException if the network has no weights
   */
  public static <E extends Engraved<FloatNetwork>> FloatServed<E> of(
      E first, Function<FloatNetwork, E> engrave) {
    Objects.requireNonNull(first, "The network is null; give a generated class with weights.");
    Objects.requireNonNull(engrave, "The function is null; give the constructor of the class.");
    return new FloatServed<>(first, engrave);
  }

  /** The network that is served now: whole, and never changed while it is. */
  @Override
  public E get() {
    return now.engraved();
  }

  /**
   * Serves the weights of a file, if it is a whole and sound weights file for this network, with
   * finite numbers and its own checksum, and if the network answers the golden rows as the file
   * says, where it has some; if not, nothing changes. Swaps wait for each other.
   */
  public Swap swap(Path file) {
    Objects.requireNonNull(file, "The path is null; expected that of a weights file.");
    return swap(file.toString(), network -> WeightsFile.load(file, network, READING));
  }

  /**
   * {@link #swap(Path)} for the bytes of a weights file.
   *
   * @param name what the bytes are called where they are told of
   */
  public Swap swap(byte[] weights, String name) {
    Objects.requireNonNull(weights, "The bytes are null; expected those of a weights file.");
    Objects.requireNonNull(name, "The name is null; expected what the bytes are called.");
    return swap(name, network -> WeightsFile.load(weights, name, network, READING));
  }

  /** Sets the weights of a network from wherever they are. */
  private interface Source {
    FloatNetwork load(FloatNetwork network) throws IOException;
  }

  private Swap swap(String name, Source source) {
    synchronized (swapping) {
      try {
        FloatNetwork network = source.load(get().network().another());
        return install(engrave.apply(network), Fingerprint.of(network), name);
      } catch (IOException e) {
        return refuse(Objects.requireNonNullElse(e.getMessage(), name + " cannot be read."));
      }
    }
  }

  /**
   * Serves a network that has weights, such as one that was trained meanwhile.
   *
   * @param network of the same declaration; whoever hands it over no longer trains or loads it
   */
  public Swap swap(FloatNetwork network) {
    Objects.requireNonNull(network, "The network is null; give one with weights.");
    synchronized (swapping) {
      if (!Fingerprint.of(network.shape()).equals(declaration)) {
        return refuse(
            "The network is "
                + network.shape()
                + ", but "
                + get().network().shape()
                + " is served.");
      }
      if (!network.hasWeights()) {
        return refuse("The network has no weights yet.");
      }
      return install(engrave.apply(network), Fingerprint.of(network), "a network");
    }
  }

  private Swap install(E next, Fingerprint parameters, String source) {
    before = now;
    now = now.accepted(next, parameters, source);
    return new Swap(true, "weights " + parameters + " from " + source);
  }

  private Swap refuse(String reason) {
    now = now.refused(reason);
    return new Swap(false, reason);
  }

  /** Serves again what was served before the last swap, which a second call takes back. */
  public Swap rollback() {
    synchronized (swapping) {
      Standing<E> back = before;
      return back == null
          ? refuse("Nothing was served before, so that there is nothing to go back to.")
          : install(back.engraved(), back.parameters(), back.source());
    }
  }

  /** How the network that is served is. */
  public Health health() {
    return now.health(declaration);
  }

  /** What {@link #health()} says. */
  @Override
  public String toString() {
    return "served: " + health();
  }
}
