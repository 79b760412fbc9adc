/**
 * Knowing when a transaction was committed, and making sure that one that must not be isn't.
 *
 * <p>Kafka Streams has no hook for either, but takes its producer from a supplier.
 */
@NullMarked
package io.otpstream.streams.commit;

import org.jspecify.annotations.NullMarked;
