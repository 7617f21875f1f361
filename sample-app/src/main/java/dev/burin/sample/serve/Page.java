package dev.burin.sample.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The page where a person draws, and its style and script: files beside this class. */
final class Page {

  /** Only what this server gives may run or be shown, and nobody may frame it. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Page() {}

  static Endpoint endpoint(String file, String type) {
    Answer answer =
        new Answer(
            200,
            Map.of(
                Answer.TYPE,
                type,
                "Content-Security-Policy",
                POLICY,
                "Referrer-Policy",
                "no-referrer",
                "Cache-Control",
                "no-cache"),
            read(file));
    return Endpoint.news("page", _ -> answer);
  }

  private static byte[] read(String file) {
    try (InputStream in = Page.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(
            "The file " + file + " of the page is not beside its class; build the jar again.");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
