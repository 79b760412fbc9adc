package io.otpstream.streams.calls;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Balance;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.domain.plan.Lane;
import io.otpstream.domain.rate.Demand;
import io.otpstream.domain.rate.Lease;
import io.otpstream.domain.rate.Reservation;
import io.otpstream.streams.calls.ApiCalls.Addressed;
import io.otpstream.streams.calls.ApiCalls.Outgoing;
import io.otpstream.streams.calls.ApiCalls.Sending;
import io.otpstream.streams.replies.ReplySink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the API for all tasks of the process, out of one budget.
 *
 * <p>Calls leave only while somebody pumps: one thread, or a simulation. Safe for use by several threads otherwise.
 */
final class Dispatcher implements ApiCalls, ControlCalls {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration SEND_WITHIN = Duration.ofSeconds(1);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final SmsCodeApi api;
    private final PermitDesk desk;
    private final RateLimitPause rateLimitPause;
    private final OrderGate gate;
    private final OrderBan ban;
    private final OperatorPause operatorPause;
    private final CancelCap cancelCap;
    private final BalanceWatch balanceWatch;
    private final ReplySink replies;
    private final InstantSource clock;
    private final LimitReporter limitReporter;
    private final FleetSignals fleet;
    private final CallMeter meter;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final CallQueue queue = new CallQueue();
    private final CallsInFlight inFlight = new CallsInFlight();
    private final List<Chore> chores = new CopyOnWriteArrayList<>();
    private boolean demandTold;
    private boolean closed;

    /** Grows with everything that may give the one who pumps something to do. */
    private long changes;

    /** Calls nothing before somebody pumps. Closes none of what it is given. */
    Dispatcher(
            SmsCodeApi api,
            Budgeting budgeting,
            double speed,
            ReplySink replies,
            Clocks clocks,
            RandomGenerator random,
            Consumer<GateNews> gateListener,
            LimitReporter limitReporter,
            FleetSignals fleet,
            CallMeter meter) {
        this.api = api;
        this.desk =
                new PermitDesk(budgeting, rule(api, budgeting), clocks.wall().instant());
        this.rateLimitPause = new RateLimitPause(speed, random);
        this.gate = new OrderGate(speed, gateListener);
        this.ban = new OrderBan(speed, gateListener);
        this.operatorPause = new OperatorPause(gateListener);
        this.cancelCap = new CancelCap(api.dialect(), budgeting.rules().window(), speed, gateListener);
        this.balanceWatch = new BalanceWatch(budgeting.balanceInterval(), speed);
        this.replies = replies;
        this.clock = clocks.wall();
        this.limitReporter = limitReporter;
        this.fleet = fleet;
        this.meter = meter;
    }

    private PermitRule rule(SmsCodeApi ofWhom, Budgeting budgeting) {
        return switch (ofWhom) {
            case GuideApi guide -> budgeting.oneByOne();
            case PublishedApi published -> budgeting.together(this::mayCreate);
        };
    }

    /** Under the lock: whether orders are placed at all just now. */
    private boolean mayCreate() {
        return gate.isOpen() && !isHeld(clock.instant());
    }

    /** Under the lock: whether no order is placed for now, whatever is tried. */
    private boolean isHeld(Instant now) {
        return gate.isCapped(now) || ban.isOn(now) || operatorPause.isOn();
    }

    /** Requests sent to the API so far. */
    long requests() {
        return locked(desk::requests);
    }

    /** Answers with status 429 so far. */
    long rateLimited() {
        return locked(desk::rateLimitedSoFar);
    }

    @Override
    public Asker asker() {
        return new TaskAsker(this);
    }

    Admission ask(TaskAsker asker, Bid bid) {
        return locked(() -> admission(asker, bid, clock.instant()));
    }

    private Admission admission(TaskAsker asker, Bid bid, Instant now) {
        Optional<Admission> refused = refusal(bid);
        if (refused.isPresent()) {
            // What could not be made anyhow keeps no permit from others.
            desk.rest(asker);
            return refused.get();
        }
        Optional<Duration> wait = desk.promise(asker, bid, queue.size(), now).map(Dispatcher::bounded);
        if (wait.isEmpty()) {
            return new Admission.Promised(new PermitPromise(bid, now.plus(SEND_WITHIN), this));
        }
        desk.stand(asker, bid, wait.get(), now);
        return new Admission.Later(wait.get());
    }

    /** Where nothing of the kind is promised, whatever permits there are. */
    private Optional<Admission> refusal(Bid bid) {
        if (closed) {
            return Optional.of(new Admission.Later(LONGEST_WAIT));
        }
        return switch (bid) {
            case Bid.Create create -> untilCreates().map(Admission.Later::new);
            case Bid.Cancel cancel -> untilCancels().map(Admission.Barred::new);
            case Bid.Refund refund -> untilCancels().map(Admission.Barred::new);
            case Bid.Conclude conclude -> Optional.empty();
            case Bid.Look look -> Optional.empty();
            case Bid.Finish finish -> Optional.empty();
        };
    }

    private Optional<Duration> untilCreates() {
        if (!gate.isOpen()) {
            gate.wanted();
            signal();
            return Optional.of(LONGEST_WAIT.dividedBy(10));
        }
        if (isHeld(clock.instant())) {
            return Optional.of(LONGEST_WAIT.dividedBy(10));
        }
        return replies.isBehind() ? Optional.of(GLANCE) : Optional.empty();
    }

    private Optional<Duration> untilCancels() {
        return cancelCap.isReached(clock.instant()) ? Optional.of(LONGEST_WAIT) : Optional.empty();
    }

    /** The call of a promise. */
    void keepPromise(Outgoing outgoing, Instant sendBy) {
        Instant now = clock.instant();
        Job job =
                switch (outgoing) {
                    case Addressed call -> new OrderJob(call, now, sendBy, api, replies, clock, this);
                    case Sending sending -> new PurchaseJob(sending, now, sendBy, api, replies, clock, this);
                };
        enqueue(job, true);
    }

    void breakPromise(Bid bid) {
        underLock(() -> desk.brokePromise(bid));
    }

    boolean isAhead(Bid bid, Bid other) {
        return locked(() -> desk.isAhead(bid, other, clock.instant()));
    }

    void rest(TaskAsker asker) {
        underLock(() -> desk.rest(asker));
    }

    Optional<Lane> nextOf(Collection<Lane> waiting) {
        return locked(() -> desk.nextOf(waiting, clock.instant()));
    }

    void notPlaced(int orders) {
        underLock(() -> desk.notPlaced(orders));
    }

    boolean joins(Lane lane) {
        return locked(() -> desk.joins(lane, clock.instant()));
    }

    void report(TaskAsker asker, Workload workload) {
        underLock(() -> {
            desk.report(asker, workload);
            if (workload.isSome()) {
                tellDemand();
            }
        });
    }

    void leave(TaskAsker asker) {
        underLock(() -> desk.leave(asker));
    }

    /** What permits this process could use. The one who asks tells it to the one who divides the budget. */
    Demand demand() {
        return locked(() -> {
            int control = queue.count(Job::isForAll);
            Demand demand = closed ? Demand.NONE : desk.demand(control);
            demandTold = demand.isSome();
            return demand;
        });
    }

    /** Under the lock: there is something to do. If others think that there is nothing, they have to be told. */
    private void tellDemand() {
        if (!demandTold && !closed) {
            demandTold = true;
            fleet.demandRose();
        }
    }

    /** A lease was read. */
    void lease(Lease lease, String self) {
        signalAfter(() -> desk.lease(lease, self));
    }

    /** Nothing leaves while this machine's clock differs too much from the brokers'. */
    void clockIsOff(boolean off) {
        signalAfter(() -> desk.clockIsOff(off));
    }

    /** Another process has been told by the API to be quiet. */
    void pauseCalls(Instant until) {
        signalAfter(() -> desk.pause(until));
    }

    /** How this process does. */
    BudgetState state() {
        return locked(() -> desk.state(operatorPause.since(), clock.instant()));
    }

    private void signalAfter(Runnable work) {
        underLock(() -> {
            work.run();
            signal();
        });
    }

    private void underLock(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <T> CompletionStage<ApiResult<T>> call(
            Purpose purpose, Function<SmsCodeApi, CompletionStage<ApiResult<T>>> call) {
        CompletableFuture<ApiResult<T>> answer = new CompletableFuture<>();
        enqueue(new ControlJob<>(purpose, call, answer, clock.instant(), api, this), false);
        return answer;
    }

    @Override
    public void wake() {
        underLock(this::signal);
    }

    /** Does this as well from now on. */
    void take(Chore chore) {
        chores.add(chore);
        wake();
    }

    /** No call leaves any more, and who pumps is told that it is over. */
    void stop() {
        underLock(() -> {
            closed = true;
            signal();
        });
    }

    /**
     * After {@link #stop}, and when nobody pumps any more: what still waits is answered as not sent, and calls in flight
     * are waited for, so that their answers are not lost.
     *
     * @param atMost then what is still in flight is left to the API's client
     */
    void close(Duration atMost) throws InterruptedException {
        allThatWait().forEach(Job::expire);
        int unanswered = inFlight.await(atMost);
        if (unanswered > 0) {
            LOG.warn("{} calls were not answered within {}", unanswered, atMost);
        }
    }

    private List<Job> allThatWait() {
        return locked(() -> queue.takeAll(job -> true));
    }

    private static Duration bounded(Duration wait) {
        if (wait.compareTo(SHORTEST_WAIT) < 0) {
            return SHORTEST_WAIT;
        }
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private void enqueue(Job job, boolean usesPromise) {
        boolean tooLate;
        lock.lock();
        try {
            if (usesPromise) {
                desk.keptPromise();
            }
            tooLate = closed;
            if (!tooLate) {
                queue.add(job);
                tellDemand();
                signal();
            }
        } finally {
            lock.unlock();
        }
        if (tooLate) {
            job.expire();
        }
    }

    /** What the one who pumps does next, decided under the lock and done outside it. */
    sealed interface Step {}

    record Expire(List<Job> jobs) implements Step {}

    record Send(Job job, Duration waited) implements Step {}

    record CheckBalance() implements Step {}

    record ReadBalance() implements Step {}

    record Do(Chore chore, Instant now) implements Step {}

    /**
     * Nothing to do.
     *
     * @param atMost look again after this, more than zero
     * @param seen the changes that were known
     * @param ended nothing will ever be to do again
     */
    record Idle(Duration atMost, long seen, boolean ended) implements Step {}

    /** Does all that can be done now, on the calling thread. */
    Idle pump() {
        for (Step step = next(); ; step = next()) {
            switch (step) {
                case Expire(List<Job> jobs) -> jobs.forEach(Job::expire);
                case Send(Job job, Duration waited) -> {
                    meter.sent(job.kind(), waited);
                    job.send();
                }
                case CheckBalance check -> checkBalance();
                case ReadBalance read -> readBalance();
                case Do(Chore chore, Instant now) -> chore.run(now);
                case Idle idle -> {
                    return idle;
                }
            }
        }
    }

    /** Returns when there may be something to do again. */
    void awaitChange(Idle idle) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = idle.atMost().toNanos();
            while (changes == idle.seen() && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private Step next() {
        lock.lock();
        try {
            Instant now = clock.instant();
            if (closed) {
                return new Idle(FOR_EVER, changes, true);
            }
            List<Job> expired = queue.takeAll(job -> job.sendBy().isBefore(now));
            if (!expired.isEmpty()) {
                return new Expire(expired);
            }
            ban.timePassed(now);
            if (gate.takeCheck(now)) {
                return new CheckBalance();
            }
            if (balanceWatch.take(now)) {
                return new ReadBalance();
            }
            Optional<Chore> due = dueChore(now);
            if (due.isPresent()) {
                return new Do(due.get(), now);
            }
            boolean held = replies.isBehind();
            if (queue.count(job -> !held || !job.paysForAnOrder()) == 0) {
                return new Idle(untilWork(now), changes, false);
            }
            return switch (desk.reserve(now)) {
                case Reservation.Granted granted ->
                    send(queue.take(job -> !held || !job.paysForAnOrder()).orElseThrow(), now);
                case Reservation.Wait(Duration wait) ->
                    new Idle(wait.compareTo(GLANCE) < 0 ? wait : GLANCE, changes, false);
                case Reservation.NotLeased notLeased -> new Idle(GLANCE, changes, false);
            };
        } finally {
            lock.unlock();
        }
    }

    private Optional<Chore> dueChore(Instant now) {
        return chores.stream()
                .filter(chore -> {
                    Instant next = chore.next();
                    return next != null && !next.isAfter(now);
                })
                .findFirst();
    }

    private Send send(Job job, Instant now) {
        desk.sent(job.kind(), now);
        if (!job.isForAll()) {
            desk.usedPromise();
        }
        return new Send(job, Duration.between(job.since(), now));
    }

    /** With calls on hold, or none: until something changes, or the next look at the balance is due. */
    private Duration untilWork(Instant now) {
        if (queue.size() > 0) {
            return GLANCE;
        }
        Stream<Duration> own =
                Stream.of(until(gate.nextCheck(), now), until(ban.next(), now), until(balanceWatch.next(), now));
        return Stream.concat(own, chores.stream().map(chore -> until(chore.next(), now)))
                .min(Comparator.naturalOrder())
                .orElse(FOR_EVER);
    }

    private static Duration until(@Nullable Instant next, Instant now) {
        if (next == null) {
            return FOR_EVER;
        }
        Duration left = Duration.between(now, next);
        return left.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : left;
    }

    private void signal() {
        changes++;
        changed.signalAll();
    }

    private void checkBalance() {
        askForBalance(result -> gate.onBalance(result, clock.instant()));
    }

    private void readBalance() {
        askForBalance(result -> balanceWatch.answered());
    }

    /** Whoever asks, all are told what the balance is. */
    private void askForBalance(Consumer<ApiResult<Balance>> consumer) {
        // The question leaves when there is a permit.
        AtomicReference<Instant> askedAt = new AtomicReference<>(clock.instant());
        control(api -> {
                    askedAt.set(clock.instant());
                    return api.balance(Permit.untimed("balance"));
                })
                .thenAccept(result -> signalAfter(() -> {
                    consumer.accept(result);
                    tellBalance(result, askedAt.get());
                }));
    }

    private void tellBalance(ApiResult<Balance> result, Instant askedAt) {
        Instant now = clock.instant();
        if (result instanceof ApiResult.Success<Balance>(Balance balance)
                && balanceWatch.isNews(balance.amountIdr(), now)) {
            fleet.balanceRead(askedAt, now, balance.amountIdr());
        }
    }

    /** The answer to a cancel may be about cancels alone. */
    private void learnFromCancel(ApiResult<?> result) {
        if (!locked(() -> cancelCap.onAnswer(errorOf(result), clock.instant()))) {
            learnFrom(result);
        }
    }

    private static @Nullable ApiError errorOf(ApiResult<?> result) {
        return result instanceof ApiResult.Failure<?>(ApiError failure) ? failure : null;
    }

    /** What every answer tells, whoever asked. */
    private void learnFrom(ApiResult<?> result) {
        @Nullable ApiError error = errorOf(result);
        lock.lock();
        try {
            gate.onAnswer(error, clock.instant());
            if (error instanceof ApiError.TemporarilyBanned banned) {
                ban.on(banned, clock.instant());
            }
            if (error instanceof ApiError.RateLimited limited) {
                Instant now = clock.instant();
                Instant quietUntil = now.plus(rateLimitPause.after(limited));
                desk.rateLimited();
                desk.pause(quietUntil);
                meter.rateLimited();
                fleet.quiet(quietUntil);
                limitReporter.rateLimited(desk.sentInWindow(now), now);
            } else if (!(error instanceof ApiError.NotSent)) {
                rateLimitPause.reset();
            }
            signal();
        } finally {
            lock.unlock();
        }
    }

    /** So much is spent that no order is to be placed before. */
    void capSpend(Instant until) {
        signalAfter(() -> gate.onSpendCap(until, clock.instant()));
    }

    /** Whether this process reads the balance for all. */
    void watchBalance(boolean onDuty) {
        signalAfter(() -> balanceWatch.onDuty(onDuty));
    }

    boolean watchesBalance() {
        return locked(balanceWatch::isOnDuty);
    }

    /** Some process has work. */
    void fleetWorked(Instant at) {
        signalAfter(() -> balanceWatch.worked(at));
    }

    /** Another process must not place orders. */
    void pauseOrders(OrderGate.Cause cause, long neededIdr) {
        signalAfter(() -> gate.onPauseElsewhere(cause, neededIdr, clock.instant()));
    }

    /** The API has told another process that it places no orders before. */
    void banOrders(Instant until) {
        signalAfter(() -> ban.onElsewhere(until, clock.instant()));
    }

    /** People have said whether orders are to be placed. */
    void heed(OperatorWord word) {
        signalAfter(() -> operatorPause.heed(word));
    }

    /** The API has told another process that it takes no cancels before. */
    void capCancels(Instant until) {
        signalAfter(() -> cancelCap.onReachedElsewhere(until));
    }

    /**
     * What the answer to a create teaches beside what every answer does.
     *
     * @param priceIdr of one order, whole rupiah
     */
    void learnFromCreate(long priceIdr, ApiResult<?> result) {
        lock.lock();
        try {
            if (result instanceof ApiResult.Success<?>) {
                gate.onOrderPlaced();
            } else if (result instanceof ApiResult.Failure<?>(ApiError.InsufficientBalance e)) {
                gate.onInsufficientBalance(priceIdr, clock.instant());
            }
        } finally {
            lock.unlock();
        }
    }

    /** A call has left: what its answer teaches, and then what its caller does with it. */
    <T> void answers(CompletionStage<ApiResult<T>> answer, Consumer<ApiResult<T>> consumer) {
        answers(answer, this::learnFrom, consumer);
    }

    /** The same of a cancel. */
    <T> void cancelAnswers(CompletionStage<ApiResult<T>> answer, Consumer<ApiResult<T>> consumer) {
        answers(answer, this::learnFromCancel, consumer);
    }

    private <T> void answers(
            CompletionStage<ApiResult<T>> answer, Consumer<ApiResult<?>> lesson, Consumer<ApiResult<T>> consumer) {
        inFlight.began();
        answer.thenAccept(result -> {
                    lesson.accept(result);
                    consumer.accept(result);
                })
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.error("an answer of the API could not be passed on", failure);
                    }
                    inFlight.ended();
                });
    }
}
