/** Final records: what became of requests. */
@NullMarked
package io.otpstream.app.results;

import org.jspecify.annotations.NullMarked;
