package dev.burin.sample.serve;

import dev.burin.sample.json.JsonException;
import dev.burin.serve.RefusedException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be asked: how it is called, the most bytes of a body that it wants to see, and
 * whether it is work, which may be refused under load, or news of the service, which never is.
 *
 * @param name what metrics call it
 * @param mostBytes a longer body is refused before it is read
 * @param work whether it may be refused under load
 * @param admission throws where the header is enough to refuse a request, before a body is read
 * @param function from a request to its answer
 */
public record Endpoint(
    String name,
    long mostBytes,
    boolean work,
    Consumer<Fields> admission,
    Function<Request, Answer> function) {

  private static final Logger LOGGER = Logger.getLogger(Endpoint.class.getName());

  /** News of the service, told to whoever asks without a body. */
  static Endpoint news(String name, Function<Request, Answer> function) {
    return new Endpoint(name, 0, false, _ -> {}, function);
  }

  /** Work on a body. */
  static Endpoint work(String name, long mostBytes, Function<Request, Answer> function) {
    return new Endpoint(name, mostBytes, true, _ -> {}, function);
  }

  /** This endpoint, where a look at the header comes before the body is read. */
  Endpoint after(Consumer<Fields> look) {
    return new Endpoint(name, mostBytes, work, look, function);
  }

  /** What is answered before a body is read, because of the header; null to go on. */
  public @Nullable Answer refusal(Fields fields) {
    try {
      admission.accept(fields);
      return null;
    } catch (RequestException e) {
      return e.answer();
    }
  }

  /** The answer to a request, also to one that is wrong. */
  public Answer answer(Request request) {
    Objects.requireNonNull(request, "The request is null; give one.");
    try {
      return function.apply(request);
    } catch (RequestException e) {
      return e.answer();
    } catch (JsonException e) {
      return Answer.error(400, Objects.requireNonNullElse(e.getMessage(), "This is not JSON."));
    } catch (RefusedException e) {
      return Answer.busy(Objects.requireNonNullElse(e.getMessage(), "There is no room now."));
    } catch (RuntimeException e) {
      LOGGER.log(Level.WARNING, e, () -> "A request to " + name + " failed.");
      return Answer.error(500, "This should not have happened; the log of the server has more.");
    }
  }
}
