package dev.burin.spark;

import dev.burin.kernel.Law;
import dev.burin.network.FloatBatch;
import dev.burin.network.FloatBlocks;
import dev.burin.network.FloatNetwork;
import dev.burin.network.FloatPartialSums;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What computes gradients in this JVM: one for each task that runs at a time, used again. */
final class Workers {

  private static final Map<EngravedClass, Workers> ALL = new ConcurrentHashMap<>();

  private final FloatNetwork network;
  private final ConcurrentLinkedQueue<Worker> idle = new ConcurrentLinkedQueue<>();

  private Workers(FloatNetwork network) {
    this.network = network;
  }

  static Workers of(EngravedClass type) {
    return ALL.computeIfAbsent(type, t -> new Workers((FloatNetwork) t.network()));
  }

  Worker take() {
    Worker worker = idle.poll();
    return worker == null ? new Worker(network.another()) : worker;
  }

  void giveBack(Worker worker) {
    idle.add(worker);
  }

  /** A copy of the network and the room of a training, for one thread at a time. */
  static final class Worker {

    private final FloatNetwork network;
    private @Nullable FloatBlocks blocks;
    private float[] quotients = {};
    private int divisor;

    private Worker(FloatNetwork network) {
      this.network = network;
    }

    /** Takes the parameters of a batch, and what it drops. */
    void set(BatchPart part) {
      network.parameters(part.parameters());
      if (divisor != part.divisor()) {
        divisor = part.divisor();
        quotients = Quotients.of(divisor);
      }
      blocks().dropout(part.seed(), part.step());
    }

    /** Adds one block. */
    void add(BlockRows rows, BatchPart part, FloatPartialSums sums) {
      FloatBatch samples = new BlockBatch(rows, quotients);
      if (part.gradient()) {
        blocks().addGradients(samples, rows.rows(), part.total(), sums);
      } else {
        blocks().addLosses(samples, rows.rows(), part.total(), sums);
      }
    }

    /** Made when parameters are set for the first time. */
    private FloatBlocks blocks() {
      FloatBlocks made = blocks;
      if (made == null) {
        made = new FloatBlocks(network, Law.BLOCK, 1);
        blocks = made;
      }
      return made;
    }
  }
}
