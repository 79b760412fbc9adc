/** How the dashboard answers over HTTP: who may ask, what an error looks like, where routes are added. */
@NullMarked
package io.otpstream.dashboard.http;

import org.jspecify.annotations.NullMarked;
