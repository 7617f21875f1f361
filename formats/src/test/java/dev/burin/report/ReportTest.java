package dev.burin.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burin.Activation;
import dev.burin.Loss;
import dev.burin.Precision;
import dev.burin.data.Dataset;
import dev.burin.data.DoubleTable;
import dev.burin.data.Labels;
import dev.burin.kernel.DoubleTwin;
import dev.burin.network.DoubleNetwork;
import dev.burin.optimize.Sgd;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import dev.burin.train.Evaluation;
import dev.burin.train.Metric;
import dev.burin.train.Trainer;
import dev.burin.train.TrainingHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page about a run is whole, stands alone, and shows names as the texts that they are. */
class ReportTest {

  private static final String EVIL = "<script>alert('x')</script>\"&\u202e\u0007";
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)([^<>]*?)(/?)>");

  private static Dataset data(int n, int classes) {
    Random random = new Random(5);
    double[] x = new double[2 * n];
    int[] labels = new int[n];
    for (int i = 0; i < n; i++) {
      labels[i] = i % classes;
      x[2 * i] = random.nextGaussian() + labels[i];
      x[2 * i + 1] = random.nextGaussian();
    }
    Labels all = Labels.of(labels);
    return new Dataset(new DoubleTable(n, 2, x), classes == 2 ? all.binary() : all.oneHot(classes));
  }

  private static DoubleNetwork network(Loss loss, int out, Activation last) {
    NetworkShape shape =
        NetworkShape.of(
            loss,
            Precision.DOUBLE,
            LayerShape.of(2, 4, Activation.TANH),
            LayerShape.of(4, out, last));
    DoubleNetwork network = new DoubleNetwork(shape, new DoubleTwin(shape));
    network.initialize(1);
    return network;
  }

  private static Report threeClasses() {
    DoubleNetwork network = network(Loss.CROSS_ENTROPY, 3, Activation.SOFTMAX);
    Trainer trainer =
        Trainer.builder()
            .optimizer(new Sgd(0.1))
            .batch(10)
            .epochs(5)
            .validation(data(30, 3), Metric.accuracy(), Metric.of(EVIL, e -> Double.NaN))
            .build();
    TrainingHistory history = trainer.train(network, data(60, 3));
    return Report.of(EVIL, network)
        .training(trainer + EVIL, history)
        .data(EVIL, data(60, 3), List.of(EVIL, "b"))
        .evaluation(EVIL, Evaluation.of(network, data(30, 3)), List.of(EVIL, "b", "c"))
        .text(EVIL, EVIL);
  }

  /** Every tag that opens is closed in its turn. */
  private static void isWhole(String html) {
    Deque<String> open = new ArrayDeque<>();
    Matcher tags = TAG.matcher(html.substring(html.indexOf("<html")));
    while (tags.find()) {
      String name = tags.group(2);
      if (tags.group(1).equals("/")) {
        assertThat(open.pop()).isEqualTo(name);
      } else if (!name.equals("meta") && tags.group(4).isEmpty()) {
        open.push(name);
      }
    }
    assertThat(open).isEmpty();
    assertThat(TAG.matcher(html).replaceAll("").replace("<!DOCTYPE html>", "")).doesNotContain("<");
  }

  @Test
  void namesAreTextsAndNothingComesFromOutside() {
    String html = threeClasses().html();
    isWhole(html);
    assertThat(html)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">\n<head>")
        .contains("default-src 'none'")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;\uFFFD\uFFFD")
        .doesNotContain("<script", "http:", "https:", "url(", "@import", "NaN", "\u202e");
    assertThat(
            Pattern.compile("\\s(on\\w+|src|href)=")
                .matcher(
                    TAG.matcher(html).results().map(tag -> tag.group(3)).reduce("", String::concat))
                .find())
        .isFalse();
  }

  @Test
  void itTellsWhatWasTrainedOnWhatAndHowWellItDoes() {
    String html = threeClasses().html();
    assertThat(html)
        .contains("Sgd[learningRate=0.1], 5 epochs, batch 10")
        .contains("<dt>samples</dt><dd>60</dd>")
        .contains("<h3>Confusion</h3>")
        .contains("<h3>The surest mistakes</h3>")
        .contains("aria-label=\"accuracy\"")
        .contains("<dt>fingerprint of the parameters</dt>")
        .contains("<th>1</th><td>2</td><td>4</td><td>TANH</td>");
    int matrix = html.indexOf("class=\"confusion\"");
    String[] cells = html.substring(matrix, html.indexOf("</table>", matrix)).split("</td>");
    assertThat(cells).hasSize(3 * 3 + 1);
  }

  @Test
  void twoClassesHaveCurvesAndNumbersHaveErrors() {
    DoubleNetwork two = network(Loss.BINARY_CROSS_ENTROPY, 1, Activation.SIGMOID);
    String html =
        Report.of("two", two)
            .evaluation("test", Evaluation.of(two, data(40, 2)), List.of("ill", "well"))
            .html();
    isWhole(html);
    assertThat(html).contains("aria-label=\"ROC\"").contains("aria-label=\"calibration\"");

    DoubleNetwork price = network(Loss.MEAN_SQUARED_ERROR, 2, Activation.IDENTITY);
    DoubleTable x = (DoubleTable) data(40, 2).features();
    html =
        Report.of("price", price)
            .evaluation("test", Evaluation.of(price, new Dataset(x, x)), List.of("a", "b"))
            .html();
    isWhole(html);
    assertThat(html).contains("<dt>R2</dt>").contains("<tr><th>b</th><td>");
  }

  @Test
  void aBadRunSaysWhatLooksWrong() {
    DoubleNetwork network = network(Loss.CROSS_ENTROPY, 3, Activation.SOFTMAX);
    Trainer trainer = Trainer.builder().optimizer(new Sgd(1e-9)).epochs(5).build();
    TrainingHistory history = trainer.train(network, data(60, 3));
    assertThat(Report.of("bad", network).training(trainer.toString(), history).html())
        .contains("<h3>What looks wrong</h3>")
        .contains("the learning rate 1.0E-9 is too small");
  }

  @Test
  void itIsWrittenAsAWholeAndTheSameInEveryLanguage(@TempDir Path folder) throws Exception {
    Report report = Report.of("r", network(Loss.CROSS_ENTROPY, 3, Activation.SOFTMAX));
    Path file = folder.resolve("report.html");
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      report.data("d", data(60, 3)).write(file);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(Files.readString(file)).isEqualTo(report.data("d", data(60, 3)).html());
  }

  @Test
  void namesThatDoNotFitAreRefused() {
    DoubleNetwork network = network(Loss.CROSS_ENTROPY, 3, Activation.SOFTMAX);
    Report report = Report.of("r", network);
    Evaluation evaluation = Evaluation.of(network, data(30, 3));
    assertThatThrownBy(() -> report.evaluation("test", evaluation, List.of("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There are 1 names, but 3 are needed.");
    assertThatThrownBy(() -> report.data("d", data(6, 3), List.of("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There are 1 names of features, but the samples have 2.");
  }

  @Test
  void aLineOfOnePointOrOfEqualNumbersOrOfNoneIsDrawn() {
    double[] one = {0};
    for (double y : new double[] {0, 7, 1e300, -1e-300, Double.NaN, Double.POSITIVE_INFINITY}) {
      String svg = new Chart("c", "x", true).line("l", 0, one, new double[] {y}).svg();
      assertThat(svg).doesNotContain("NaN", "Infinity").contains("<polyline");
    }
  }
}
