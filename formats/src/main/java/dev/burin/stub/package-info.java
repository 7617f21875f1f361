/**
 * Short Python files that build the network of a weights file in another framework: {@link
 * dev.burin.stub.PythonStub}.
 */
@NullMarked
package dev.burin.stub;

import org.jspecify.annotations.NullMarked;
