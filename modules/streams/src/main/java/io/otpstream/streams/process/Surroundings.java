package io.otpstream.streams.process;

import io.otpstream.domain.lifecycle.Lifecycle;
import io.otpstream.domain.purchase.PurchaseDecider;
import io.otpstream.streams.calls.ApiCalls;
import io.otpstream.streams.calls.Catalogue;
import io.otpstream.streams.choice.CountryPlan;
import io.otpstream.streams.commit.CommitEpochs;
import io.otpstream.streams.replies.ReplySink;
import io.otpstream.streams.watch.OrderWatch;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What processors need from outside of their task. All parts may be used by several threads.
 *
 * @param buying how numbers are rented
 * @param purchases decides what becomes of purchases, of which there are some after a change of dialect as well
 * @param answerWithin a create that left before its time has been answered, and the answer written, this long after:
 *     HTTP time-out, delivery of the reply, and something for clocks that differ
 * @param nanos measures how long a tick takes
 */
public record Surroundings(
        Lifecycle lifecycle,
        ApiCalls calls,
        LookPlan looks,
        Catalogue catalogue,
        CountryPlan countries,
        OrderWatch orders,
        Buying buying,
        PurchaseDecider purchases,
        CommitEpochs epochs,
        ReplySink replies,
        Duration answerWithin,
        LongSupplier nanos) {}
