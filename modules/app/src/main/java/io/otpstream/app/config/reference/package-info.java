/** What there is to know about the settings, for people and programs, made from their definitions. */
@NullMarked
package io.otpstream.app.config.reference;

import org.jspecify.annotations.NullMarked;
