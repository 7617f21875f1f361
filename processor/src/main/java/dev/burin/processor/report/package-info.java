/** Every refusal in one list, and the reporter that puts each under the token it is about. */
@NullMarked
package dev.burin.processor.report;

import org.jspecify.annotations.NullMarked;
