/** The routes of the HTTP API, and the page. */
@NullMarked
package io.otpstream.dashboard.api;

import org.jspecify.annotations.NullMarked;
