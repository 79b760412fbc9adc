/** What the processes of a pipeline tell each other: demand for permits and leases of them, pauses, what was learnt. */
@NullMarked
package io.otpstream.streams.fleet;

import org.jspecify.annotations.NullMarked;
