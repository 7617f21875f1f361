package dev.burin.sample.serve;

import dev.burin.sample.json.JsonText;
import dev.burin.serve.Swap;
import org.jspecify.annotations.Nullable;

/** {@code POST /model}: other weights, from whoever has the token; off where there is none. */
final class Weights {

  private final Model model;
  private final @Nullable Token token;

  Weights(Model model, @Nullable Token token) {
    this.model = model;
    this.token = token;
  }

  /** Looks at the header alone, so that nobody else's body is read. */
  void admit(Fields fields) {
    if (token == null) {
      throw new RequestException(
          403, "Weights cannot be changed over HTTP here; start with --token-file to allow it.");
    }
    if (!token.opens(fields.first("Authorization"))) {
      throw new RequestException(401, "Weights are changed with Authorization: Bearer TOKEN.");
    }
    Media.plain(fields);
  }

  Answer answer(Request request) {
    Swap swap = model.served().swap(request.body(), "the body of a request");
    if (!swap.accepted()) {
      throw new RequestException(422, swap.text());
    }
    return Answer.json(
        200, new JsonText().object().name("accepted").value(swap.text()).endObject());
  }
}
