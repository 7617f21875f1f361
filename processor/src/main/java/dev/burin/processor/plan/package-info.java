/**
 * Every decision about the generated code: tiles, sweeps, row heights, code size. A plan is a
 * record tree that prints itself; it knows neither javac nor JavaPoet nor the machine it runs on.
 */
@NullMarked
package dev.burin.processor.plan;

import org.jspecify.annotations.NullMarked;
