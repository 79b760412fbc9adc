/** What people see of the pipeline in a browser, and programs over HTTP. */
@NullMarked
package io.otpstream.dashboard;

import org.jspecify.annotations.NullMarked;
