/** What the dashboard shows beside what is on the topics: given to it by whoever starts it. */
@NullMarked
package io.otpstream.dashboard.ports;

import org.jspecify.annotations.NullMarked;
