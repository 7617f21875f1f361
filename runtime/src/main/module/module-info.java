/**
 * What generated networks need while they run, and the annotations from which they are generated.
 *
 * <p>The Vector API is optional: without it networks compute in plain loops, with the same bits. An
 * application that is a module asks for it with {@code requires jdk.incubator.vector}; one on the
 * class path starts with {@code --add-modules=jdk.incubator.vector}. Without {@code
 * java.management} the warm-up of kernels is measured in time that passes and not in processor
 * time. {@code jdk.jfr} is needed for events of the flight recorder alone.
 */
module dev.burin.runtime {
  requires static java.management;
  requires static jdk.incubator.vector;
  requires static jdk.jfr;

  exports dev.burin.check;
  exports dev.burin.data.idx;
  exports dev.burin.data.npy;
  exports dev.burin.data;
  exports dev.burin.file;
  exports dev.burin.io;
  exports dev.burin.kernel;
  exports dev.burin.machine;
  exports dev.burin.metric;
  exports dev.burin.network;
  exports dev.burin.optimize;
  exports dev.burin.serve;
  exports dev.burin.shape;
  exports dev.burin.train;
  exports dev.burin;
}
