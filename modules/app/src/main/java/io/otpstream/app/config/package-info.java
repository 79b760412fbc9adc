/**
 * The settings of the command: which keys there are, where their values come from, and what is wrong with them.
 *
 * <p>A value comes from the first of these that has one: flag, environment, properties file, default.
 */
@NullMarked
package io.otpstream.app.config;

import org.jspecify.annotations.NullMarked;
