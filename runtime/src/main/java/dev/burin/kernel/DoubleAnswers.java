package dev.burin.kernel;

import java.util.Arrays;

/**
 * The answers of a double network: each call is checked, computed in a lent workspace, and read.
 */
final class DoubleAnswers {

  private final int inputs;
  private final int outputs;
  private final int last;
  private final int stride;
  private final NetworkState use;
  private final double[] parameters;
  private final DoubleKernels kernels;
  private final DoubleKernels twin;
  private final ChangeOver one;
  private final ChangeOver many;
  private final DoubleClasses classes;
  private final WorkspacePool<DoubleWorkspace> workspaces;

  DoubleAnswers(
      ParameterLayout layout,
      NetworkState use,
      double[] parameters,
      DoubleKernels kernels,
      ColdStart start) {
    this.inputs = layout.shape().inputs();
    this.outputs = layout.shape().outputs();
    this.last = layout.layers().size();
    this.stride = layout.layer(last).rowStride();
    this.use = use;
    this.parameters = parameters;
    this.kernels = kernels;
    this.twin = new DoubleTwin(layout.shape());
    this.one = start.of(Pass.ONE);
    this.many = start.of(Pass.MANY);
    this.classes = new DoubleClasses(layout);
    int rows = Chunks.PASS_ROWS;
    this.workspaces = new WorkspacePool<>(() -> DoubleWorkspace.forInference(layout, rows));
  }

  /** What computes where kernels do not. */
  DoubleKernels twin() {
    return twin;
  }

  DoubleWorkspace acquire() {
    return workspaces.acquire();
  }

  void release(DoubleWorkspace ws) {
    workspaces.release(ws);
  }

  double output(double[] x) {
    checkSingle();
    checkOne(x);
    DoubleWorkspace ws = workspaces.acquire();
    try {
      return forward(x, ws)[0];
    } finally {
      workspaces.release(ws);
    }
  }

  double outputFrom(DoubleWorkspace ws) {
    checkSingle();
    return forward(ws.x, ws)[0];
  }

  void outputs(double[] x, double[] out) {
    checkOne(x);
    Arguments.given(out, "outputs", 1, outputs);
    Arguments.exactly("outputs", out.length, outputs);
    Arguments.apart(x, out);
    DoubleWorkspace ws = workspaces.acquire();
    try {
      System.arraycopy(forward(x, ws), 0, out, 0, out.length);
    } finally {
      workspaces.release(ws);
    }
  }

  double[] outputsFrom(DoubleWorkspace ws) {
    return Arrays.copyOf(forward(ws.x, ws), outputs);
  }

  int predict(double[] x) {
    checkOne(x);
    DoubleWorkspace ws = workspaces.acquire();
    try {
      return predict(x, ws, "");
    } finally {
      workspaces.release(ws);
    }
  }

  int predict(double[] x, DoubleWorkspace ws, String names) {
    forward(x, ws);
    int answer = classes.of(ws, 0, x, 0);
    if (answer == Decision.NONE) {
      throw classes.refusal(parameters, x, 0, -1, names);
    }
    return answer;
  }

  /** The outputs for one checked sample, in the last array of the workspace. */
  private double[] forward(double[] x, DoubleWorkspace ws) {
    int begun = use.beginReading();
    kernels(1).forward(parameters, x, 0, 0, 1, ws);
    use.endReading(begun);
    return ws.a[last];
  }

  /** The outputs for samples from..to of checked arrays; the caller begins and ends to read. */
  void outputs(double[] x, int from, int to, double[] out) {
    DoubleWorkspace ws = workspaces.acquire();
    try {
      for (int done = from; done < to; done += ws.rows()) {
        int rows = Math.min(ws.rows(), to - done);
        kernels(rows).forward(parameters, x, done * inputs, 0, rows, ws);
        double[] a = ws.a[last];
        for (int row = 0; row < rows; row++) {
          System.arraycopy(a, row * stride, out, (done + row) * outputs, outputs);
        }
      }
    } finally {
      workspaces.release(ws);
    }
  }

  void predict(double[] x, int n, int[] out) {
    check(x, n);
    Arguments.given(out, "classes", n, 1);
    Arguments.room("classes", out.length, n, 1);
    DoubleWorkspace ws = workspaces.acquire();
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

  private DoubleKernels kernels(int rows) {
    return (rows == 1 ? one : many).kernels() ? kernels : twin;
  }

  private void checkSingle() {
    if (outputs != 1) {
      throw new IllegalArgumentException(
          "The network has " + outputs + " outputs, not one; ask for all of them.");
    }
  }

  private void checkOne(double[] x) {
    Arguments.given(x, "inputs", 1, inputs);
    Arguments.exactly("inputs", x.length, inputs);
  }

  private void check(double[] x, int n) {
    Arguments.given(x, "inputs", n, inputs);
    Arguments.room("inputs", x.length, n, inputs);
  }

  /** Checks the arrays of a batch. */
  void check(double[] x, int n, double[] out) {
    check(x, n);
    Arguments.given(out, "outputs", n, outputs);
    Arguments.room("outputs", out.length, n, outputs);
    Arguments.apart(x, out);
  }
}
