package dev.burin.network;

import dev.burin.kernel.FloatKernels;
import dev.burin.kernel.FloatTwin;
import dev.burin.kernel.FloatWorkspace;
import dev.burin.shape.ParameterLayout;
import dev.burin.start.ChangeOver;
import dev.burin.start.ColdStart;
import dev.burin.start.Pass;
import java.util.Arrays;

/** The answers of a float network: each call is checked, computed in a lent workspace, and read. */
final class FloatAnswers {

  private final int inputs;
  private final int outputs;
  private final int last;
  private final int stride;
  private final NetworkState use;
  private final float[] parameters;
  private final FloatKernels kernels;
  private final FloatKernels twin;
  private final ChangeOver one;
  private final ChangeOver many;
  private final FloatClasses classes;
  private final FloatWorkspaces workspaces;
  private final FloatStagings stagings;

  FloatAnswers(
      ParameterLayout layout,
      NetworkState use,
      float[] parameters,
      FloatKernels kernels,
      ColdStart start) {
    this.inputs = layout.shape().inputs();
    this.outputs = layout.shape().outputs();
    this.last = layout.layers().size();
    this.stride = layout.layer(last).rowStride();
    this.use = use;
    this.parameters = parameters;
    this.kernels = kernels;
    this.twin = new FloatTwin(layout.shape());
    this.one = start.of(Pass.ONE);
    this.many = start.of(Pass.MANY);
    this.classes = new FloatClasses(layout);
    this.workspaces = new FloatWorkspaces(layout);
    this.stagings = new FloatStagings(inputs);
  }

  private FloatAnswers(FloatAnswers like, NetworkState use, float[] parameters) {
    this.inputs = like.inputs;
    this.outputs = like.outputs;
    this.last = like.last;
    this.stride = like.stride;
    this.use = use;
    this.parameters = parameters;
    this.kernels = like.kernels;
    this.twin = like.twin;
    this.one = like.one;
    this.many = like.many;
    this.classes = like.classes;
    this.workspaces = like.workspaces;
    this.stagings = like.stagings;
  }

  /** Answers of the same kernels, in the same workspaces, from other parameters. */
  FloatAnswers over(NetworkState use, float[] parameters) {
    return new FloatAnswers(this, use, parameters);
  }

  /** What computes where kernels do not. */
  FloatKernels twin() {
    return twin;
  }

  FloatWorkspace acquire() {
    return workspaces.one();
  }

  void release(FloatWorkspace ws) {
    workspaces.release(ws);
  }

  float output(float[] x) {
    checkOne(x);
    return one(x, 0);
  }

  float output(float[] x, int xAt) {
    check(x, xAt, 1);
    return one(x, xAt);
  }

  private float one(float[] x, int xAt) {
    checkSingle();
    FloatWorkspace ws = workspaces.one();
    try {
      return forward(x, xAt, ws)[0];
    } finally {
      workspaces.release(ws);
    }
  }

  float outputFrom(FloatWorkspace ws) {
    checkSingle();
    return forward(ws.x, 0, ws)[0];
  }

  void outputs(float[] x, float[] out) {
    checkOne(x);
    Arguments.given(out, "outputs", 1, outputs);
    Arguments.exactly("outputs", out.length, outputs);
    Arguments.apart(x, out);
    FloatWorkspace ws = workspaces.one();
    try {
      System.arraycopy(forward(x, 0, ws), 0, out, 0, out.length);
    } finally {
      workspaces.release(ws);
    }
  }

  void outputs(float[] x, int xAt, float[] out, int outAt) {
    check(x, xAt, 1, out, outAt);
    FloatWorkspace ws = workspaces.one();
    try {
      System.arraycopy(forward(x, xAt, ws), 0, out, outAt, outputs);
    } finally {
      workspaces.release(ws);
    }
  }

  float[] outputsFrom(FloatWorkspace ws) {
    return Arrays.copyOf(forward(ws.x, 0, ws), outputs);
  }

  int predict(float[] x) {
    checkOne(x);
    return classOf(x, 0);
  }

  int predict(float[] x, int xAt) {
    check(x, xAt, 1);
    return classOf(x, xAt);
  }

  private int classOf(float[] x, int xAt) {
    FloatWorkspace ws = workspaces.one();
    try {
      return classOf(x, xAt, ws, "");
    } finally {
      workspaces.release(ws);
    }
  }

  /** The class of the sample in the workspace, whose inputs have these names. */
  int predictFrom(FloatWorkspace ws, String names) {
    return classOf(ws.x, 0, ws, names);
  }

  private int classOf(float[] x, int xAt, FloatWorkspace ws, String names) {
    forward(x, xAt, ws);
    int answer = classes.of(ws, 0, x, xAt);
    if (answer == Decision.NONE) {
      throw classes.refusal(parameters, x, xAt, -1, names);
    }
    return answer;
  }

  /** The outputs for one checked sample, in the last array of the workspace. */
  private float[] forward(float[] x, int xAt, FloatWorkspace ws) {
    int begun = use.beginReading();
    kernels(1).forward(parameters, x, xAt, 0, 1, ws);
    use.endReading(begun);
    return ws.a[last];
  }

  /**
   * The outputs for samples from..to of checked arrays, whose sample 0 lies at xAt and outAt; the
   * caller begins and ends to read.
   */
  void outputs(float[] x, int xAt, int from, int to, float[] out, int outAt) {
    FloatWorkspace ws = workspaces.some(to - from);
    try {
      for (int done = from; done < to; done += ws.rows()) {
        int rows = Math.min(ws.rows(), to - done);
        forward(x, xAt + done * inputs, rows, ws, out, outAt + done * outputs);
      }
    } finally {
      workspaces.release(ws);
    }
  }

  private void forward(float[] x, int xAt, int rows, FloatWorkspace ws, float[] out, int outAt) {
    kernels(rows).forward(parameters, x, xAt, 0, rows, ws);
    float[] a = ws.a[last];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(a, row * stride, out, outAt + row * outputs, outputs);
    }
  }

  /** The outputs for samples that lie in memory from byte xAt on. */
  void outputs(
      FloatNetwork network, InputType type, Object x, long xAt, int n, float[] out, int outAt) {
    RawInputs.check(type, x, xAt, n, inputs);
    Arguments.given(out, "outputs", n, outputs);
    Arguments.room("outputs", out.length, outAt, n, outputs);
    FloatStaging staging = stagings.acquire(n);
    try {
      FloatWorkspace ws = workspaces.some(Math.min(n, staging.rows(type)));
      try {
        int begun = use.beginReading();
        int most = Math.min(ws.rows(), staging.rows(type));
        int row = inputs * type.bytes();
        for (int done = 0; done < n; done += most) {
          int rows = Math.min(most, n - done);
          staging.raw.take(x, xAt + (long) done * row, rows * row);
          staging.raw.decode(type, network, rows * inputs, staging.x, 0);
          forward(staging.x, 0, rows, ws, out, outAt + done * outputs);
        }
        use.endReading(begun);
      } finally {
        workspaces.release(ws);
      }
    } finally {
      stagings.release(staging);
    }
  }

  void predict(float[] x, int xAt, int n, int[] out, int outAt) {
    check(x, xAt, n);
    Arguments.given(out, "classes", n, 1);
    Arguments.room("classes", out.length, outAt, n, 1);
    FloatWorkspace ws = workspaces.some(n);
    try {
      int begun = use.beginReading();
      for (int done = 0; done < n; done += ws.rows()) {
        int rows = Math.min(ws.rows(), n - done);
        kernels(rows).forward(parameters, x, xAt + done * inputs, 0, rows, ws);
        for (int row = 0; row < rows; row++) {
          int at = xAt + (done + row) * inputs;
          int answer = classes.of(ws, row, x, at);
          if (answer == Decision.NONE) {
            throw classes.refusal(parameters, x, at, done + row, "");
          }
          out[outAt + done + row] = answer;
        }
      }
      use.endReading(begun);
    } finally {
      workspaces.release(ws);
    }
  }

  private FloatKernels kernels(int rows) {
    return (rows == 1 ? one : many).kernels() ? kernels : twin;
  }

  private void checkSingle() {
    if (outputs != 1) {
      throw new IllegalArgumentException(
          "The network has " + outputs + " outputs, not one; ask for all of them.");
    }
  }

  private void checkOne(float[] x) {
    Arguments.given(x, "inputs", 1, inputs);
    Arguments.exactly("inputs", x.length, inputs);
  }

  private void check(float[] x, int xAt, int n) {
    Arguments.given(x, "inputs", n, inputs);
    Arguments.room("inputs", x.length, xAt, n, inputs);
  }

  /** Checks the arrays of a batch. */
  void check(float[] x, int xAt, int n, float[] out, int outAt) {
    check(x, xAt, n);
    Arguments.given(out, "outputs", n, outputs);
    Arguments.room("outputs", out.length, outAt, n, outputs);
    Arguments.apart(x, out);
  }
}
