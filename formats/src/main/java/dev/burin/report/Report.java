package dev.burin.report;

import dev.burin.data.Samples;
import dev.burin.file.AtomicFile;
import dev.burin.network.Engraved;
import dev.burin.network.Fingerprint;
import dev.burin.network.NeuralNetwork;
import dev.burin.shape.LayerShape;
import dev.burin.shape.NetworkShape;
import dev.burin.train.Evaluation;
import dev.burin.train.TrainingHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One training on one page of HTML, which stands alone: what was trained on what, how it went, how
 * well the network does, and what looks wrong.
 *
 * <pre>{@code
 * Report.of("Iris", network)
 *     .training(trainer.toString(), history)
 *     .data("training samples", parts.train())
 *     .evaluation("test samples", Evaluation.of(network, parts.test()), encoding.classes())
 *     .write(Path.of("report.html"));
 * }</pre>
 *
 * <p>Immutable: each method that adds a part gives a new report. Parts stand in the order in which
 * they were added; the network comes last. The page loads nothing and runs no script, and all texts
 * are shown as they are. Equal parts give equal bytes.
 */
public final class Report {

  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

  private final String title;
  private final List<String> sections;
  private final String network;

  private Report(String title, List<String> sections, String network) {
    this.title = title;
    this.sections = sections;
    this.network = network;
  }

  /**
   * A report with a title and what the network is.
   *
   * @throws IllegalStateException if the network has no weights yet, or if another thread trains or
   *     loads it meanwhile
   */
  public static Report of(String title, Engraved<?> engraved) {
    given(title, "title");
    NeuralNetwork network =
        Objects.requireNonNull(engraved, "The network is null; pass a generated network.")
            .network();
    return new Report(title, List.of(), section(network));
  }

  private static String section(NeuralNetwork network) {
    NetworkShape shape = network.shape();
    List<List<String>> layers = new ArrayList<>();
    layers.add(List.of("layer", "inputs", "outputs", "activation", "first weights"));
    for (int l = 0; l < shape.layers().size(); l++) {
      LayerShape layer = shape.layers().get(l);
      layers.add(
          List.of(
              Integer.toString(l + 1),
              Integer.toString(layer.in()),
              Integer.toString(layer.out()),
              layer.activationText(),
              words(layer.initializer())));
    }
    String facts =
        Html.facts(
            List.of(
                "widths",
                shape.widths(),
                "loss",
                words(shape.loss()),
                "precision",
                words(shape.precision()),
                "parameters",
                String.format(Locale.ROOT, "%,d", shape.parameters()),
                "multiply-adds a sample",
                String.format(Locale.ROOT, "%,d", shape.multiplyAdds()),
                "fingerprint of the declaration",
                Fingerprint.of(shape).toString(),
                "fingerprint of the parameters",
                Fingerprint.of(network).toString()));
    return Html.section("Network", facts + Html.table(layers));
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * Adds how a training went: its settings, sizes, time and ending, what looks wrong, and the
   * curves.
   *
   * @param settings a line such as that of the trainer
   */
  public Report training(String settings, TrainingHistory history) {
    given(settings, "line of settings");
    Objects.requireNonNull(history, "The history is null; give one.");
    return with(Html.section("Training", TrainingPart.html(settings, history)));
  }

  /** Adds a summary of samples: how many, their classes where they have some, their numbers. */
  public Report data(String name, Samples samples) {
    given(name, "name of the samples");
    Objects.requireNonNull(samples, "The samples are null; give some.");
    return with(Html.section("Data: " + name, DataPart.html(samples, List.of())));
  }

  /**
   * Adds a summary of samples whose columns and classes have names.
   *
   * @param columns the names of the features, or none
   */
  public Report data(String name, Samples samples, List<String> columns) {
    given(name, "name of the samples");
    Objects.requireNonNull(samples, "The samples are null; give some.");
    if (!columns.isEmpty() && columns.size() != samples.inputs()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "There are %d names of features, but the samples have %d.",
              columns.size(),
              samples.inputs()));
    }
    return with(Html.section("Data: " + name, DataPart.html(samples, columns)));
  }

  /**
   * Adds how well the network answers samples: metrics, confusion matrix and worst mistakes, or the
   * errors of numbers.
   *
   * @param name of the samples
   * @param names of the classes, or of the outputs where these are numbers
   * @throws IllegalArgumentException if there are more or fewer names
   */
  public Report evaluation(String name, Evaluation evaluation, List<String> names) {
    given(name, "name of the samples");
    Objects.requireNonNull(evaluation, "The evaluation is null; give one.");
    // Refuses names that are too many or too few.
    String text = evaluation.report(names);
    String part =
        evaluation.ofClasses()
            ? ClassPart.html(evaluation, names)
            : NumberPart.html(evaluation, names);
    return with(
        Html.section(
            "Evaluation: " + name,
            part
                + "<details><summary>as text</summary><pre>"
                + Html.text(text)
                + "</pre></details>\n"));
  }

  /** Adds a text in lines under a heading, such as the summary of a file. */
  public Report text(String heading, String text) {
    given(heading, "heading");
    given(text, "text");
    return with(Html.section(heading, "<pre>" + Html.text(text) + "</pre>\n"));
  }

  /** The page. */
  public String html() {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="%s">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    <h1>%s</h1>
    """
            .formatted(POLICY, Html.name(title), Style.CSS, Html.name(title))
        + String.join("", sections)
        + network
        + "</body>\n</html>\n";
  }

  /**
   * Writes the page, in UTF-8 and as a whole: a file that is there is replaced, or stays as it is.
   *
   * @throws IOException if the file cannot be written
   */
  public void write(Path file) throws IOException {
    Objects.requireNonNull(file, "The path of the report is null; give one.");
    AtomicFile.replace(file, html().getBytes(StandardCharsets.UTF_8));
  }

  private Report with(String section) {
    List<String> more = new ArrayList<>(sections);
    more.add(section);
    return new Report(title, List.copyOf(more), network);
  }

  private static void given(String text, String what) {
    Objects.requireNonNull(text, "The " + what + " is null; give one.");
  }

  @Override
  public String toString() {
    return "Report[" + title + ", " + sections.size() + " parts]";
  }
}
