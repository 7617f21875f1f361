package dev.burin.shape;

/**
 * The equations that Burin computes, each with its tag and its letters, as {@code docs/math.md}
 * tells them. Plans, the Javadoc of generated code and reports of checks take both from here.
 *
 * <p>Layer 1 stands for any layer and layer 0 for the one before it.
 */
public enum Equation {
  /** The affine step: the sums of a layer from the outputs of the one before. */
  F1("z1 = W1 a0 + b1"),
  /** The activation: the outputs of a layer from its sums. */
  F2("a1 = f(z1)"),
  /** The derivative of the cost of a batch by the sums of the last layer. */
  L1("dz1 = (a1 - y) factor"),
  /** From the derivative by the outputs of a layer to that by its sums. */
  B1("dz1 = da1 * f'(z1)"),
  /** From the derivative by the sums of a layer to that by its inputs. */
  B2("da0 = W1^T dz1"),
  /** The derivative by the biases, over the samples of a batch. */
  B3("db1 = sum of dz1"),
  /** The derivative by the weights, over the samples of a batch. */
  B4("dw1 = dz1 a0^T"),
  /** Dropout: the inputs of a layer in training, with a mask of 0 and 1/(1 - rate). */
  D1("d1 = a0 * mask"),
  /** From the derivative by the inputs that were kept to that by all of them. */
  D2("da0 = dd1 * mask"),
  /** Gradient descent, for each parameter. */
  U1("p = p - eta g"),
  /** Classical momentum, for each parameter and its velocity. */
  U2("v = mu v + g, p = p - eta v"),
  /** Coupled weight decay, for each weight and, unless asked for, not for the biases. */
  U3("g = g + lambda w"),
  /** Nesterov's momentum. */
  U4("v = mu v + g, p = p - eta (g + mu v)"),
  /** AdaGrad: the sum of the squares of all derivatives so far. */
  U5("s = s + g^2, p = p - eta g / (sqrt s + epsilon)"),
  /** RMSProp: the running mean of the squares. */
  U6("s = alpha s + (1 - alpha) g^2, p = p - eta g / (sqrt s + epsilon)"),
  /** Adam: the running means of derivatives and of their squares, corrected. */
  U7("m = beta1 m + (1 - beta1) g, s = beta2 s + (1 - beta2) g^2, p = p - eta m / (sqrt s + eps)"),
  /** Decoupled weight decay. */
  U8("w = w - eta lambda w"),
  /** Clipping of derivatives, by value or by their common length. */
  U9("g = g min(1, c / |g|)");

  private final String text;

  Equation(String text) {
    this.text = text;
  }

  /** The tag: the name that formula, plan, code and tests share. */
  public String tag() {
    return name();
  }

  /** The equation in letters, with layer 1 for any layer and layer 0 for the one before. */
  public String text() {
    return text;
  }

  /**
   * The tag and the equation of one layer.
   *
   * @param layer the number of the layer, from 1
   * @return such as {@code F1 z2 = W2 a1 + b2}
   */
  public String of(int layer) {
    StringBuilder letters = new StringBuilder(tag()).append(' ');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean number = i > 0 && Character.isLetter(text.charAt(i - 1));
      if (number && c == '1') {
        letters.append(layer);
      } else if (number && c == '0') {
        letters.append(layer - 1);
      } else {
        letters.append(c);
      }
    }
    return letters.toString();
  }
}
