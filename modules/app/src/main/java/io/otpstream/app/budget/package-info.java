/** How processes share the budget of requests, as they tell each other. */
@NullMarked
package io.otpstream.app.budget;

import org.jspecify.annotations.NullMarked;
