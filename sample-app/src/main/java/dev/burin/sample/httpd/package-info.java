/**
 * The HTTP server of the JDK under a {@link dev.burin.sample.serve.Service}: limits, admission and
 * an orderly end. Nothing here knows what is served.
 */
@NullMarked
package dev.burin.sample.httpd;

import org.jspecify.annotations.NullMarked;
