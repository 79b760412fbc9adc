/** The demo: everything in one process, some requests, and a reckoning at the end. */
@NullMarked
package io.otpstream.app.demo;

import org.jspecify.annotations.NullMarked;
