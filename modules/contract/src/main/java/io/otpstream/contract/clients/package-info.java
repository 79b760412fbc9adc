/** How programs beside the pipeline have to set up their Kafka clients. */
@NullMarked
package io.otpstream.contract.clients;

import org.jspecify.annotations.NullMarked;
