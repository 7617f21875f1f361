/** CSV files: {@link dev.burin.csv.Csv} reads them into frames. */
@NullMarked
package dev.burin.csv;

import org.jspecify.annotations.NullMarked;
