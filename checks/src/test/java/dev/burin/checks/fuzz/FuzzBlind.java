package dev.burin.checks.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The blind run: damage to all files that guided runs have found, as fast as a reader reads, as
 * nothing counts its branches. What fails is kept, and ends the run.
 */
final class FuzzBlind {

  /** A run of so much processor time never ends. */
  private static final Duration HANG = Duration.ofSeconds(10);

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private FuzzBlind() {}

  /** Takes the reader, the runs, the seed of the damage, the threads, and the reader's folder. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String name = arguments[0];
    long runs = Long.parseLong(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    int threads = Integer.parseInt(arguments[3]);
    Path folder = Path.of(arguments[4]);
    List<BlindWorker> workers = new ArrayList<>();
    List<byte[]> files = files(FuzzTargets.of(name), folder);
    for (int w = 0; w < threads; w++) {
      Mutation mutation = new Mutation(files, threads * seed + w);
      workers.add(new BlindWorker(FuzzTargets.of(name), mutation, runs / threads));
    }
    long begin = System.nanoTime();
    // Also of a run that is ended from outside it is said how far it came.
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> report(name, workers, begin, files.size() / 2)));
    List<Thread> started =
        workers.stream().map(worker -> Thread.ofPlatform().daemon().start(worker)).toList();
    while (started.stream().anyMatch(Thread::isAlive)) {
      started.getFirst().join(Duration.ofSeconds(1));
      check(workers, started, folder);
    }
    check(workers, started, folder);
  }

  private static void report(String name, List<BlindWorker> workers, long begin, int files) {
    long millis = Math.max(1, (System.nanoTime() - begin) / 1_000_000);
    long done = workers.stream().mapToLong(BlindWorker::done).sum();
    System.out.printf(
        Locale.ROOT,
        "%-10s %,12d blind runs %,7d s %,8.0f runs/s %,d read, from %,d files%n",
        name,
        done,
        millis / 1000,
        done * 1e3 / millis,
        workers.stream().mapToLong(BlindWorker::read).sum(),
        files);
  }

  /**
   * The seeds of a reader and what the guided runs have found, and as many once more that are read,
   * since damage to what is refused at its first byte proves little.
   */
  private static List<byte[]> files(FuzzTarget target, Path folder) throws IOException {
    List<byte[]> files = new ArrayList<>(target.seeds());
    List<byte[]> read = new ArrayList<>(target.seeds());
    try (Stream<Path> corpus = Files.list(folder.resolve("corpus"))) {
      for (Path file : corpus.sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        files.add(bytes);
        if (target.read(bytes)) {
          read.add(bytes);
        }
      }
    }
    int found = files.size();
    for (int i = 0; i < found; i++) {
      files.add(read.get(i % read.size()));
    }
    return files;
  }

  /** Ends all where one has failed, or does not end. */
  private static void check(List<BlindWorker> workers, List<Thread> threads, Path folder)
      throws IOException {
    for (int w : IntStream.range(0, workers.size()).toArray()) {
      BlindWorker worker = workers.get(w);
      if (worker.failure().isPresent()) {
        Path kept = Files.write(folder.resolve("crash-blind"), worker.bytes());
        throw new AssertionError(
            "A run failed; " + kept + " has its bytes.", worker.failure().get());
      }
      long time = THREADS.getThreadCpuTime(threads.get(w).threadId());
      if (worker.looksHung(time, HANG.toNanos())) {
        Path kept = Files.write(folder.resolve("hang-blind"), worker.bytes());
        throw new AssertionError("A run does not end; " + kept + " has its bytes.");
      }
    }
  }
}
