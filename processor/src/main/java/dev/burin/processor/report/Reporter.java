package dev.burin.processor.report;

import java.util.EnumSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;

/**
 * Tells the author of one interface what is wrong with it, all at once: a refusal ends nothing, it
 * only keeps a class from being generated.
 */
public final class Reporter {

  private final Messager messager;
  private final Set<Message> refusals = EnumSet.noneOf(Message.class);

  /** A reporter for one interface that has no refusal yet. */
  public Reporter(Messager messager) {
    this.messager = messager;
  }

  /** Reports an error at a place; the arguments fill the message. */
  public void refuse(Place place, Message message, Object... arguments) {
    refusals.add(message);
    print(Diagnostic.Kind.ERROR, place, message.sentence(arguments));
  }

  /** Shows a text that is no complaint. */
  public void explain(Place place, String text) {
    print(Diagnostic.Kind.NOTE, place, text);
  }

  /** Whether anything was refused. */
  public boolean refused() {
    return !refusals.isEmpty();
  }

  private void print(Diagnostic.Kind kind, Place place, String text) {
    messager.printMessage(kind, text, place.element(), place.mirror(), place.value());
  }
}
