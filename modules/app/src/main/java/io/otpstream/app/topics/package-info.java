/** The topics of the catalogue, with the retentions that the user configured. */
@NullMarked
package io.otpstream.app.topics;

import org.jspecify.annotations.NullMarked;
