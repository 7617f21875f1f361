/**
 * The annotation processor: {@link dev.burin.processor.NetworkProcessor} tells the story in order,
 * the rooms below it each know one part.
 */
@NullMarked
package dev.burin.processor;

import org.jspecify.annotations.NullMarked;
