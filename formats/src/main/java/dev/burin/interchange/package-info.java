/**
 * The middle between the formats of other worlds and a declaration: a {@link
 * dev.burin.interchange.Chain} of dense layers, which a reader of a format fills through a {@link
 * dev.burin.interchange.ChainBuilder}, and what becomes of it, an {@link
 * dev.burin.interchange.ImportedModel}: an interface as Java source, a weights file and a report.
 *
 * <p>Weights are doubles on the way, which hold each float as it is, so that a normalisation is
 * folded in double and each weight is rounded once. Arrays are handed over and not copied; whoever
 * gives one away does not write into it afterwards.
 */
@NullMarked
package dev.burin.interchange;

import org.jspecify.annotations.NullMarked;
