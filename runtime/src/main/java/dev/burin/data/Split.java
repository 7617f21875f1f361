package dev.burin.data;

/**
 * A data set in two parts.
 *
 * @param train what a network learns from
 * @param test what it is measured on
 */
public record Split(Dataset train, Dataset test) {}
