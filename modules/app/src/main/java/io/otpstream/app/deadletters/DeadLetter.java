package io.otpstream.app.deadletters;

import io.otpstream.contract.DeadLetterHeaders;
import java.time.Instant;

/**
 * What a letter says of itself. Its value stays on the topic: it may be large, or somebody's secret.
 *
 * @param id where it lies
 * @param at when it was written, by the topic's clock
 * @param key as text, with a question mark for what isn't UTF-8; empty where there is none
 * @param hasValue whether there is one: what was too large, or may have held a code, was left out
 * @param why where it came from and what is wrong with it
 */
public record DeadLetter(LetterId id, Instant at, String key, boolean hasValue, DeadLetterHeaders why) {}
