/**
 * A training on one page: an HTML file that stands alone, for people who were not there.
 *
 * <p>The page takes nothing from anywhere, holds no script, and shows every name as the text that
 * it is.
 */
@NullMarked
package dev.burin.report;

import org.jspecify.annotations.NullMarked;
