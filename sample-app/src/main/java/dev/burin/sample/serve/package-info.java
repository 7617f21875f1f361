/**
 * A network over HTTP as a plain function, from a {@link dev.burin.sample.serve.Request} to an
 * {@link dev.burin.sample.serve.Answer}: it knows no server, so that any can call it. What a server
 * has to do is little, and {@code dev.burin.sample.httpd} does it with the one of the JDK.
 */
@NullMarked
package dev.burin.sample.serve;

import org.jspecify.annotations.NullMarked;
