package io.otpstream.streams.calls;

import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.domain.rate.Demand;
import io.otpstream.domain.rate.Lease;
import io.otpstream.streams.replies.ReplySink;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** The way to the API that all tasks of a process share: one budget, one gate, one catalogue. */
public final class ApiAccess {

    private final Dispatcher dispatcher;
    private final DispatcherThread thread;
    private final Catalogue catalogue;

    /**
     * Calls nothing before {@link #start}. Closes none of what it is given.
     *
     * @param speed how much faster than real the API's world runs
     * @param catalogTtl real time
     * @param random for pauses after a 429
     * @param onDeath told if the thread that calls the API ends with an exception: nothing is called any more then
     */
    public ApiAccess(
            SmsCodeApi api,
            Budgeting budgeting,
            double speed,
            Duration catalogTtl,
            ReplySink replies,
            AlertSink alerts,
            FleetSignals fleet,
            CallMeter meter,
            Clocks clocks,
            RandomGenerator random,
            Thread.UncaughtExceptionHandler onDeath) {
        GateReporter reporter = new GateReporter(alerts, fleet, clocks.wall());
        LimitReporter limitReporter = new LimitReporter(
                alerts, budgeting.rules().limit(), budgeting.rules().window());
        this.dispatcher = new Dispatcher(
                api, budgeting, speed, replies, clocks, random, reporter::report, limitReporter, fleet, meter);
        this.thread = new DispatcherThread(dispatcher, onDeath);
        this.catalogue = new CachedCatalogue(dispatcher, api.dialect(), catalogTtl, speed, clocks.wall());
    }

    /** Checks the token, and from then on calls what it is given. */
    public void start() {
        thread.start();
    }

    /**
     * Does on the calling thread what is to be done now, in place of {@link #start}: for a simulation that has no threads.
     *
     * @return until when there is nothing more to do, if nothing happens
     */
    public Duration pump() {
        return dispatcher.pump().atMost();
    }

    public ApiCalls calls() {
        return dispatcher;
    }

    /** Calls that no task makes. */
    public ControlCalls control() {
        return dispatcher;
    }

    /** Does this as well from now on, with what calls it makes. */
    public void take(Chore chore) {
        dispatcher.take(chore);
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Another process must not place orders: this one doesn't either, until a check of its own says otherwise. */
    public void pauseOrders(OrderGate.Cause cause, long neededIdr) {
        dispatcher.pauseOrders(cause, neededIdr);
    }

    /** Another process was told by the API to be quiet. */
    public void pauseCalls(Instant until) {
        dispatcher.pauseCalls(until);
    }

    /** So much is spent that no order is to be placed before; a time that is past lets orders go on. */
    public void capSpend(Instant until) {
        dispatcher.capSpend(until);
    }

    /** The API has told another process that it places no orders before. */
    public void banOrders(Instant until) {
        dispatcher.banOrders(until);
    }

    /** People have said whether orders are to be placed; while nobody says anything, they are. */
    public void heed(OperatorWord word) {
        dispatcher.heed(word);
    }

    /** The API has told another process that it takes no cancels before. */
    public void capCancels(Instant until) {
        dispatcher.capCancels(until);
    }

    /** Whether this process is the one that reads the balance for all. */
    public void watchBalance(boolean onDuty) {
        dispatcher.watchBalance(onDuty);
    }

    /** Whether it is this one. */
    public boolean watchesBalance() {
        return dispatcher.watchesBalance();
    }

    /** Some process has orders that are open, or requests that wait. */
    public void fleetWorked(Instant at) {
        dispatcher.fleetWorked(at);
    }

    /** What permits this process could use, to be told to the one who divides the budget. */
    public Demand demand() {
        return dispatcher.demand();
    }

    /**
     * A lease was read; they have to be told in the order in which they were written.
     *
     * @param self what this process is called in it
     */
    public void lease(Lease lease, String self) {
        dispatcher.lease(lease, self);
    }

    /** Nothing leaves while this machine's clock differs too much from the brokers'. */
    public void clockIsOff(boolean off) {
        dispatcher.clockIsOff(off);
    }

    /** What this process does with its part of the budget. */
    public BudgetState budget() {
        return dispatcher.state();
    }

    /** Requests sent to the API so far. */
    public long requests() {
        return dispatcher.requests();
    }

    /** Answers with status 429 so far. */
    public long rateLimited() {
        return dispatcher.rateLimited();
    }

    /**
     * Calls nothing any more: calls that have not left are answered as not sent, and those in flight are waited for.
     *
     * @param atMost then what is still in flight is left to the API's client
     */
    public void close(Duration atMost) {
        dispatcher.stop();
        try {
            thread.join();
            dispatcher.close(atMost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
