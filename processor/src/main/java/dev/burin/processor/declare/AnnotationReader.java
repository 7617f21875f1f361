package dev.burin.processor.declare;

import dev.burin.processor.report.Message;
import dev.burin.processor.report.Place;
import dev.burin.processor.report.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Reads the values of one annotation. A value that javac could not understand is absent: javac
 * reports it in its own words, and a second complaint would only hide the first.
 */
final class AnnotationReader {

  private final Place place;
  private final Map<String, AnnotationValue> values;
  private final Reporter reporter;

  AnnotationReader(
      Place place,
      Map<? extends ExecutableElement, ? extends AnnotationValue> values,
      Reporter reporter) {
    this.place = place;
    this.reporter = reporter;
    this.values =
        values.entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> entry.getKey().getSimpleName().toString(), Map.Entry::getValue));
  }

  /** A single number or word. */
  <T> Optional<Written<T>> one(String name, Class<T> type) {
    return Optional.ofNullable(values.get(name)).flatMap(value -> read(value, type));
  }

  /** A list in braces, or one value without them. */
  <T> Optional<Written<List<Written<T>>>> many(String name, Class<T> type) {
    AnnotationValue list = values.get(name);
    if (list == null || !(list.getValue() instanceof List<?> items)) {
      return Optional.empty();
    }
    List<Written<T>> read = new ArrayList<>();
    for (Object item : items) {
      if (item instanceof AnnotationValue value) {
        read(value, type).ifPresent(read::add);
      }
    }
    return read.size() == items.size()
        ? Optional.of(new Written<>(List.copyOf(read), place.at(list)))
        : Optional.empty();
  }

  private <T> Optional<Written<T>> read(AnnotationValue value, Class<T> type) {
    Place here = place.at(value);
    if (type.isInstance(value.getValue())) {
      return Optional.of(new Written<>(type.cast(value.getValue()), here));
    }
    if (type.isEnum() && value.getValue() instanceof VariableElement word) {
      return word(word.getSimpleName().toString(), type, here);
    }
    return Optional.empty();
  }

  private <T> Optional<Written<T>> word(String name, Class<T> type, Place here) {
    for (T constant : type.getEnumConstants()) {
      if (constant.toString().equals(name)) {
        return Optional.of(new Written<>(constant, here));
      }
    }
    reporter.refuse(here, Message.WORD_UNKNOWN, name);
    return Optional.empty();
  }
}
