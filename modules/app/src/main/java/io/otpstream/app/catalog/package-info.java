/** What the API has to rent, for people who decide what to ask for. */
@NullMarked
package io.otpstream.app.catalog;

import org.jspecify.annotations.NullMarked;
