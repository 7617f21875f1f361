/**
 * The machine and the JVM that a network runs on: the SIMD width, how far kernels are compiled,
 * cache lines, processor time and the threads that share a piece of work.
 *
 * <p>{@link dev.burin.machine.Lanes}, {@link dev.burin.machine.Width}, {@link
 * dev.burin.machine.Jvm}, {@link dev.burin.machine.Readiness} and {@link
 * dev.burin.machine.SelfTestResult} are for users too; the rest is for the rooms of the runtime.
 */
@NullMarked
package dev.burin.machine;

import org.jspecify.annotations.NullMarked;
