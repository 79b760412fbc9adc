/** Broker, simulator and pipeline in one process, for trying things out. */
@NullMarked
package io.otpstream.app.local;

import org.jspecify.annotations.NullMarked;
