/** The pipeline: a Kafka Streams topology and the dispatcher that calls the API for it. */
@NullMarked
package io.otpstream.streams;

import org.jspecify.annotations.NullMarked;
