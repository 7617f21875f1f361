package dev.burin.processor.declare;

import dev.burin.processor.report.Place;

/**
 * A value and where it was written; a default stands at the annotation.
 *
 * @param <T> the type of the value
 * @param value the value
 * @param place where a complaint about it belongs
 */
public record Written<T>(T value, Place place) {}
