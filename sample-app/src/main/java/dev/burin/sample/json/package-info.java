/** A strict and small reader and writer of JSON (RFC 8259) for requests and answers. */
@NullMarked
package dev.burin.sample.json;

import org.jspecify.annotations.NullMarked;
