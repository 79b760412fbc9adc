/** What the command does with files and directories. */
@NullMarked
package io.otpstream.app.files;

import org.jspecify.annotations.NullMarked;
