package dev.burin.serve;

import dev.burin.io.Reading;
import dev.burin.io.WeightsFile;
import dev.burin.network.Engraved;
import dev.burin.network.Fingerprint;
import dev.burin.network.FloatNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
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
  private @Nullable Meter meter = Meter.of(null);

  private FloatServed(Serving<E> first, Function<FloatNetwork, E> engrave, String source) {
    FloatNetwork network = first.engraved().network();
    this.engrave = engrave;
    this.declaration = Fingerprint.of(network.shape());
    this.now = Standing.first(first, Fingerprint.of(network), source);
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
    return new FloatServed<>(new Serving<>(first, Map.of()), engrave, "the start");
  }

  /**
   * A network in use that begins with the weights of a file.
   *
   * @param blank a generated class, which is loaded
   * @param engrave gives the generated class over another network, as its constructor does
   * @throws IOException if the file cannot be read or is none for the network, as {@link
   *     WeightsFile#load(Path, Engraved)} says
   */
  public static <E extends Engraved<FloatNetwork>> FloatServed<E> load(
      Path file, E blank, Function<FloatNetwork, E> engrave) throws IOException {
    Objects.requireNonNull(engrave, "The function is null; give the constructor of the class.");
    Map<String, String> notes = WeightsFile.loadWithNotes(file, blank, READING);
    return new FloatServed<>(new Serving<>(blank, notes), engrave, file.toString());
  }

  /** Hears of swaps from now on; whoever was told before is not any more. */
  public FloatServed<E> metrics(ServingMetrics metrics) {
    Objects.requireNonNull(metrics, "The metrics are null; give some.");
    synchronized (swapping) {
      meter = Meter.of(metrics);
    }
    return this;
  }

  /** The network that is served now: whole, and never changed while it is. */
  @Override
  public E get() {
    return now.serving().engraved();
  }

  /** The network that is served now, and the notes that were saved with its weights. */
  public Serving<E> serving() {
    return now.serving();
  }

  /**
   * Serves the weights of a file, if it is a whole and sound weights file for this network, with
   * finite numbers and its own checksum, and if the network answers the golden rows as the file
   * says, where it has some; if not, nothing changes. Swaps wait for each other.
   */
  public Swap swap(Path file) {
    Objects.requireNonNull(file, "The path is null; expected that of a weights file.");
    return swap(file.toString(), network -> WeightsFile.loadWithNotes(file, network, READING));
  }

  /**
   * {@link #swap(Path)} for the bytes of a weights file.
   *
   * @param name what the bytes are called where they are told of
   */
  public Swap swap(byte[] weights, String name) {
    Objects.requireNonNull(weights, "The bytes are null; expected those of a weights file.");
    Objects.requireNonNull(name, "The name is null; expected what the bytes are called.");
    return swap(name, network -> WeightsFile.loadWithNotes(weights, name, network, READING));
  }

  /** Sets the weights of a network from wherever they are, and gives their notes. */
  private interface Source {
    Map<String, String> load(FloatNetwork network) throws IOException;
  }

  private Swap swap(String name, Source source) {
    synchronized (swapping) {
      long start = System.nanoTime();
      try {
        FloatNetwork network = get().network().another();
        Map<String, String> notes = source.load(network);
        return install(serving(network, notes), Fingerprint.of(network), name, start);
      } catch (IOException e) {
        return refuse(Objects.requireNonNullElse(e.getMessage(), name + " cannot be read."), start);
      }
    }
  }

  /**
   * Serves a network that has weights, such as one that was trained meanwhile. The notes stay those
   * of the weights before.
   *
   * @param network of the same declaration; whoever hands it over no longer trains or loads it
   */
  public Swap swap(FloatNetwork network) {
    Objects.requireNonNull(network, "The network is null; give one with weights.");
    synchronized (swapping) {
      long start = System.nanoTime();
      if (!Fingerprint.of(network.shape()).equals(declaration)) {
        return refuse(
            "The network is "
                + network.shape()
                + ", but "
                + get().network().shape()
                + " is served.",
            start);
      }
      if (!network.hasWeights()) {
        return refuse("The network has no weights yet.", start);
      }
      Serving<E> next = serving(network, now.serving().notes());
      return install(next, Fingerprint.of(network), "a network", start);
    }
  }

  private Serving<E> serving(FloatNetwork network, Map<String, String> notes) {
    return new Serving<>(engrave.apply(network), notes);
  }

  private Swap install(Serving<E> next, Fingerprint parameters, String source, long start) {
    before = now;
    now = now.accepted(next, parameters, source);
    return tell(new Swap(true, "weights " + parameters + " from " + source), start);
  }

  private Swap refuse(String reason, long start) {
    now = now.refused(reason);
    return tell(new Swap(false, reason), start);
  }

  private Swap tell(Swap swap, long start) {
    Meter listening = meter;
    return listening == null ? swap : listening.swapped(swap, System.nanoTime() - start);
  }

  /** Serves again what was served before the last swap, which a second call takes back. */
  public Swap rollback() {
    synchronized (swapping) {
      long start = System.nanoTime();
      Standing<E> back = before;
      return back == null
          ? refuse("Nothing was served before, so that there is nothing to go back to.", start)
          : install(back.serving(), back.parameters(), back.source(), start);
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
