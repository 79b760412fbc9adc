/**
 * What travels on the topics: the records, how they look as JSON, and the typed list of topics.
 *
 * <p>JSON in UTF-8, names in snake_case, money in whole rupiah with its currency beside it, instants as RFC 3339 text in
 * UTC. Readers ignore fields they don't know and writers leave out what is null, so that either side can be upgraded
 * first. A word that a reader doesn't know yet becomes the constant {@code UNKNOWN} of its enum (see {@link
 * io.otpstream.contract.WireWord}).
 */
@NullMarked
package io.otpstream.contract;

import org.jspecify.annotations.NullMarked;
