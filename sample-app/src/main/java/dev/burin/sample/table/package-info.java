/** Any table from a CSV file: {@code train-csv} and {@code predict-csv}. */
@NullMarked
package dev.burin.sample.table;

import org.jspecify.annotations.NullMarked;
