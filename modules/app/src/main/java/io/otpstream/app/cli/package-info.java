/** The frame that every subcommand hangs in: global options, errors, exit codes, orderly stop. */
@NullMarked
package io.otpstream.app.cli;

import org.jspecify.annotations.NullMarked;
