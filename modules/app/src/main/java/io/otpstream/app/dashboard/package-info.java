/** The dashboard beside a pipeline: what it is told, and where it listens. */
@NullMarked
package io.otpstream.app.dashboard;

import org.jspecify.annotations.NullMarked;
