package dev.burin.sample;

import dev.burin.sample.httpd.Limits;
import dev.burin.sample.httpd.ModelServer;
import dev.burin.sample.serve.Metrics;
import dev.burin.sample.serve.Model;
import dev.burin.sample.serve.Service;
import dev.burin.sample.serve.Token;
import dev.burin.sample.table.ServedTable;
import dev.burin.serve.FloatPredictor;
import dev.burin.serve.FloatServed;
import dev.burin.serve.Swap;
import dev.burin.serve.WeightsWatch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Answers over HTTP, until it is told to end. */
@Command(
    name = "serve",
    description = "Answers over HTTP, with a page to draw digits on; docs/serving.md has more.")
final class ServeCommand implements Callable<Integer> {

  /** What paths and answers call the networks. */
  private static final String DIGITS = "five-or-eight";

  private static final String TABLE = "table";

  /** How long the JVM may take to compile until the server is as ready as it gets. */
  private static final Duration WARM_UP = Duration.ofSeconds(60);

  /**
   * The plain loops give the first answers, and the warm-up would have the processor and the memory
   * that they need; it takes seconds in any case.
   */
  private static final Duration HEAD_START = Duration.ofSeconds(1);

  /** How often the file of weights is looked at: two looks alike, and it is served. */
  private static final long LOOK_MILLIS = 500;

  @Mixin final Help help = new Help();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "P",
      description = "Where to listen, 0 for a port that is free (default: ${DEFAULT-VALUE}).")
  private int port = 8080;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description =
          "On which address; 0.0.0.0 for all, also those that others reach"
              + " (default: ${DEFAULT-VALUE}).")
  private String host = "127.0.0.1";

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "The weights that 'train' or 'train-csv' saved; when the file changes, the new ones are"
              + " served"
              + " (default: ${DEFAULT-VALUE}).")
  private Path weights = Path.of("burin-out", Output.WEIGHTS);

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Who knows what is in this file may change the weights by POST /model.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--max-body",
      paramLabel = "BYTES",
      description = "The most bytes of a request (default: ${DEFAULT-VALUE}).")
  private int maxBody = Limits.STANDARD.bodyBytes();

  @Option(
      names = "--max-connections",
      paramLabel = "N",
      description = "The most connections at a time (default: ${DEFAULT-VALUE}).")
  private int maxConnections = Limits.STANDARD.connections();

  @Option(
      names = "--max-seconds",
      paramLabel = "S",
      description = "The most time to send a request (default: ${DEFAULT-VALUE}).")
  private int maxSeconds = Limits.STANDARD.seconds();

  @Option(
      names = "--patience",
      paramLabel = "MS",
      description =
          "A request that waited for longer, in a crowd, is refused with 503"
              + " (default: ${DEFAULT-VALUE}).")
  private long patience = Limits.STANDARD.patience().toMillis();

  private @Nullable FloatServed<?> served;
  private boolean table;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Limits limits = limits();
    Token token = token();
    // Before the weights are read: those that come meanwhile are to be noticed.
    WeightsWatch watch = WeightsWatch.of(weights, this::swap);
    FloatServed<?> served = loaded();
    this.served = served;
    try (Ending ending = new Ending();
        FloatPredictor predictor = FloatPredictor.serving(served).build()) {
      Model model = new Model(table ? TABLE : DIGITS, served, predictor);
      Service service = new Service(model, new Metrics(), token, limits.bodyBytes());
      try (ModelServer server =
          ModelServer.start(new InetSocketAddress(host, port), service, limits)) {
        System.out.println(served.get().network().shape().widths() + " with " + weights);
        System.out.println("serves http://" + host + ":" + server.port() + "/ until Ctrl-C");
        Thread.ofPlatform().daemon().name("warm-up").start(() -> warmUp(predictor));
        while (!ending.within(LOOK_MILLIS)) {
          watch.look().ifPresent(swap -> System.out.println("weights " + swap));
        }
      }
      System.out.println("ended");
    }
    return 0;
  }

  private Swap swap(Path file) {
    return Objects.requireNonNull(served).swap(file);
  }

  private static void warmUp(FloatPredictor predictor) {
    LockSupport.parkNanos(HEAD_START.toNanos());
    System.out.println("ready on " + predictor.warmUp(WARM_UP));
    // Interpreted kernels leave hundreds of megabytes of garbage, which a service never needs
    // again.
    System.gc();
  }

  private FloatServed<?> loaded() throws IOException {
    if (!Files.exists(weights)) {
      throw new NoSuchFileException(
          weights.toString(),
          null,
          "there are no weights yet; the command 'train' makes them, or name others by --weights");
    }
    table = ServedTable.is(weights);
    return table
        ? ServedTable.load(weights)
        : FloatServed.load(weights, new FiveOrEightNetwork(), FiveOrEightNetwork::new);
  }

  private Limits limits() {
    if (port < 0 || port > 65_535) {
      throw refused("--port is " + port + ", not 0 to 65535.");
    }
    try {
      return new Limits(
          maxBody,
          Limits.STANDARD.headerBytes(),
          maxConnections,
          maxSeconds,
          Duration.ofMillis(patience),
          Limits.STANDARD.crowd());
    } catch (IllegalArgumentException e) {
      throw refused(Sentence.line(e.getMessage()));
    }
  }

  private @Nullable Token token() throws IOException {
    Path file = tokenFile;
    if (file == null) {
      return null;
    }
    try {
      return new Token(Files.readString(file).strip());
    } catch (IllegalArgumentException e) {
      throw refused(file + ": " + Sentence.line(e.getMessage()));
    }
  }

  private ParameterException refused(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
