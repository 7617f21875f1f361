package dev.burin.kernel;

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
  private final WorkspacePool<FloatWorkspace> workspaces;

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
    int rows = Chunks.PASS_ROWS;
    this.workspaces = new WorkspacePool<>(() -> FloatWorkspace.forInference(layout, rows));
  }

  /** What computes where kernels do not. */
  FloatKernels twin() {
    return twin;
  }

  FloatWorkspace acquire() {
    return workspaces.acquire();
  }

  void release(FloatWorkspace ws) {
    workspaces.release(ws);
  }

  float output(float[] x) {
    checkSingle();
    checkOne(x);
    FloatWorkspace ws = workspaces.acquire();
    try {
      return forward(x, ws)[0];
    } finally {
      workspaces.release(ws);
    }
  }

  float outputFrom(FloatWorkspace ws) {
    checkSingle();
    return forward(ws.x, ws)[0];
  }

  void outputs(float[] x, float[] out) {
    checkOne(x);
    Arguments.given(out, "outputs", 1, outputs);
    Arguments.exactly("outputs", out.length, outputs);
    Arguments.apart(x, out);
    FloatWorkspace ws = workspaces.acquire();
    try {
      System.arraycopy(forward(x, ws), 0, out, 0, out.length);
    } finally {
      workspaces.release(ws);
    }
  }

  float[] outputsFrom(FloatWorkspace ws) {
    return Arrays.copyOf(forward(ws.x, ws), outputs);
  }

  int predict(float[] x) {
    checkOne(x);
    FloatWorkspace ws = workspaces.acquire();
    try {
      return predict(x, ws, "");
    } finally {
      workspaces.release(ws);
    }
  }

  int predict(float[] x, FloatWorkspace ws, String names) {
    forward(x, ws);
    int answer = classes.of(ws, 0, x, 0);
    if (answer == Decision.NONE) {
      throw classes.refusal(parameters, x, 0, -1, names);
    }
    return answer;
  }

  /** The outputs for one checked sample, in the last array of the workspace. */
  private float[] forward(float[] x, FloatWorkspace ws) {
    int begun = use.beginReading();
    kernels(1).forward(parameters, x, 0, 0, 1, ws);
    use.endReading(begun);
    return ws.a[last];
  }

  /** The outputs for samples from..to of checked arrays; the caller begins and ends to read. */
  void outputs(float[] x, int from, int to, float[] out) {
    FloatWorkspace ws = workspaces.acquire();
    try {
      for (int done = from; done < to; done += ws.rows()) {
        int rows = Math.min(ws.rows(), to - done);
        kernels(rows).forward(parameters, x, done * inputs, 0, rows, ws);
        float[] a = ws.a[last];
        for (int row = 0; row < rows; row++) {
          System.arraycopy(a, row * stride, out, (done + row) * outputs, outputs);
        }
      }
    } finally {
      workspaces.release(ws);
    }
  }

  void predict(float[] x, int n, int[] out) {
    check(x, n);
    Arguments.given(out, "classes", n, 1);
    Arguments.room("classes", out.length, n, 1);
    FloatWorkspace ws = workspaces.acquire();
    try {
      int begun = use.beginReading();
      for (int done = 0; done < n; done += ws.rows()) {
        int rows = Math.min(ws.rows(), n - done);
        kernels(rows).forward(parameters, x, done * inputs, 0, rows, ws);
        for (int row = 0; row < rows; row++) {
          int xAt = (done + row) * inputs;
          int answer = classes.of(ws, row, x, xAt);
          if (answer == Decision.NONE) {
            throw classes.refusal(parameters, x, xAt, done + row, "");
          }
          out[done + row] = answer;
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

  private void check(float[] x, int n) {
    Arguments.given(x, "inputs", n, inputs);
    Arguments.room("inputs", x.length, n, inputs);
  }

  /** Checks the arrays of a batch. */
  void check(float[] x, int n, float[] out) {
    check(x, n);
    Arguments.given(out, "outputs", n, outputs);
    Arguments.room("outputs", out.length, n, outputs);
    Arguments.apart(x, out);
  }
}
