package dev.burin.processor.prove;

import dev.burin.Layout;
import dev.burin.file.MalformedFileException;
import dev.burin.io.ProvedWeights;
import dev.burin.io.Reading;
import dev.burin.io.WeightsFile;
import dev.burin.processor.declare.NetworkDeclaration;
import dev.burin.processor.declare.WeightsDeclaration;
import dev.burin.processor.declare.Written;
import dev.burin.processor.model.NetworkModel;
import dev.burin.processor.model.WeightsModel;
import dev.burin.processor.report.Message;
import dev.burin.processor.report.Reporter;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Asks whether the weights file of a declaration is one for its network, as loading it would: every
 * number is read, and nothing is kept.
 */
public final class WeightsProof {

  private final WeightsSearch search;
  private final Reporter reporter;

  /**
   * A proof that reports to one interface's reporter.
   *
   * @param folders where files are looked for first
   */
  public WeightsProof(ProcessingEnvironment environment, List<String> folders, Reporter reporter) {
    this.search = new WeightsSearch(environment.getFiler(), environment.getElementUtils(), folders);
    this.reporter = reporter;
  }

  /**
   * The model with its weights, the model itself if it names none, or nothing if they are wrong.
   */
  public Optional<NetworkModel> of(NetworkModel model, NetworkDeclaration declaration) {
    WeightsDeclaration weights = declaration.weights();
    if (!weights.fileGiven()) {
      return Optional.of(model);
    }
    Written<String> file = weights.file().orElseThrow();
    Layout layout = weights.layout().orElseThrow().value();
    Optional<FoundFile> found = search.find(file.value(), model.packageName(), declaration.type());
    if (found.isEmpty()) {
      reporter.refuse(
          file.place(),
          Message.WEIGHTS_MISSING,
          WeightsSearch.path(file.value(), model.packageName()),
          search.places(declaration.type()));
      return Optional.empty();
    }
    return read(found.get(), model, file, layout)
        .filter(sha256 -> isTheOne(sha256, weights))
        .map(sha256 -> model.with(new WeightsModel(file.value(), sha256, layout)));
  }

  /** Reads a file to its end, and gives its SHA-256. */
  private Optional<String> read(
      FoundFile found, NetworkModel model, Written<String> file, Layout layout) {
    try (InputStream in = found.open()) {
      DigestInputStream digested = new DigestInputStream(in, ProvedWeights.sha256());
      Reading reading = Reading.standard().layout(layout);
      WeightsFile.check(digested, found.name(), model.shape(), reading);
      return Optional.of(HexFormat.of().formatHex(digested.getMessageDigest().digest()));
    } catch (MalformedFileException e) {
      reporter.refuse(file.place(), Message.WEIGHTS_MISFIT, found.name(), e.found(), e.expected());
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      String sentence = "it cannot be read (" + reason + ")";
      reporter.refuse(file.place(), Message.WEIGHTS_MISFIT, found.name(), sentence, "a file");
    }
    return Optional.empty();
  }

  private boolean isTheOne(String found, WeightsDeclaration weights) {
    String file = weights.file().orElseThrow().value();
    Written<String> wanted = weights.sha256().orElseThrow();
    boolean good = !weights.sha256Given() || wanted.value().toLowerCase(Locale.ROOT).equals(found);
    if (!good) {
      reporter.refuse(wanted.place(), Message.WEIGHTS_OTHER, file, found, wanted.value());
    }
    return good;
  }
}
