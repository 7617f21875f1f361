/**
 * Three tutorials that build backpropagation by hand in Python, and a book, as declared networks.
 *
 * <p>Each has a command of its own, prints its costs and accuracies with all digits, and starts
 * from the numbers that the Python program starts from, so that its figures can be compared.
 */
@NullMarked
package dev.burin.sample.tutorial;

import org.jspecify.annotations.NullMarked;
