package io.otpstream.streams.calls;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.rate.RateBudget;
import io.otpstream.domain.rate.Reservation;
import io.otpstream.streams.replies.ReplySink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the API for all tasks of the process, out of one budget.
 *
 * <p>A promise is given only if the budget's next permits reach that far within the {@link #HORIZON}, so that little
 * waits here and stream threads choose late what is worth most. Calls leave only while somebody pumps: one thread, or a
 * simulation. Safe for use by several threads otherwise.
 */
final class Dispatcher implements ApiCalls, ControlCalls {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration HORIZON = Duration.ofMillis(700);
    private static final Duration HORIZON_OF_CREATES = HORIZON.dividedBy(2);
    private static final Duration SEND_WITHIN = Duration.ofSeconds(1);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration FOR_EVER = Duration.ofDays(365);

    private final SmsCodeApi api;
    private final RateBudget budget;
    private final RateLimitPause rateLimitPause;
    private final OrderGate gate;
    private final ReplySink replies;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final CallQueue queue = new CallQueue();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong rateLimited = new AtomicLong();
    private int promised;
    private int unanswered;
    private boolean closed;

    /** Grows with everything that may give the one who pumps something to do. */
    private long changes;

    /** Calls nothing before somebody pumps. Closes none of what it is given. */
    Dispatcher(
            SmsCodeApi api,
            RateBudget budget,
            double speed,
            ReplySink replies,
            Clocks clocks,
            RandomGenerator random,
            Consumer<GateNews> gateListener) {
        this.api = api;
        this.budget = budget;
        this.rateLimitPause = new RateLimitPause(speed, random);
        this.gate = new OrderGate(speed, gateListener);
        this.replies = replies;
        this.clock = clocks.wall();
        this.nanos = clocks.nanos();
    }

    /** Requests sent to the API so far. */
    long requests() {
        return requests.get();
    }

    /** Answers with status 429 so far. */
    long rateLimited() {
        return rateLimited.get();
    }

    @Override
    public Admission admit(Kind kind) {
        lock.lock();
        try {
            if (closed) {
                return new Admission.Later(LONGEST_WAIT);
            }
            if (kind == Kind.CREATE && !gate.isOpen()) {
                gate.wanted();
                signal();
                return new Admission.Later(LONGEST_WAIT.dividedBy(10));
            }
            if (kind == Kind.CREATE && replies.isBehind()) {
                return new Admission.Later(GLANCE);
            }
            Duration horizon = kind == Kind.CREATE ? HORIZON_OF_CREATES : HORIZON;
            Duration wait = budget.waitAt(promised + queue.size() + 1, nanos.getAsLong());
            if (wait.compareTo(horizon) > 0) {
                return new Admission.Later(bounded(wait.minus(horizon)));
            }
            promised++;
            return new Admission.Promised(new PermitPromise(clock.instant().plus(SEND_WITHIN)));
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <T> CompletionStage<ApiResult<T>> control(Function<SmsCodeApi, CompletionStage<ApiResult<T>>> call) {
        CompletableFuture<ApiResult<T>> answer = new CompletableFuture<>();
        enqueue(new ControlJob<>(call, answer, api, this), false);
        return answer;
    }

    /** No call leaves any more, and who pumps is told that it is over. */
    void stop() {
        lock.lock();
        try {
            closed = true;
            signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * After {@link #stop}, and when nobody pumps any more: what still waits is answered as not sent, and calls in flight
     * are waited for, so that their answers are not lost.
     *
     * @param atMost then what is still in flight is left to the API's client
     */
    void close(Duration atMost) throws InterruptedException {
        allThatWait().forEach(Job::expire);
        awaitAnswers(atMost);
    }

    private void awaitAnswers(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (unanswered > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (unanswered > 0) {
                LOG.warn("{} calls were not answered within {}", unanswered, atMost);
            }
        } finally {
            lock.unlock();
        }
    }

    private List<Job> allThatWait() {
        lock.lock();
        try {
            return queue.takeAll(job -> true);
        } finally {
            lock.unlock();
        }
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
                promised--;
            }
            tooLate = closed;
            if (!tooLate) {
                queue.add(job);
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

    record Send(Job job) implements Step {}

    record CheckBalance() implements Step {}

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
                case Send(Job job) -> {
                    requests.incrementAndGet();
                    job.send();
                }
                case CheckBalance check -> checkBalance();
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
            if (gate.takeCheck(now)) {
                return new CheckBalance();
            }
            boolean held = replies.isBehind();
            if (!queue.hasOne(job -> !held || !job.paysForAnOrder())) {
                return new Idle(untilWork(now), changes, false);
            }
            return switch (budget.reserve(nanos.getAsLong())) {
                case Reservation.Granted granted ->
                    new Send(queue.take(job -> !held || !job.paysForAnOrder()).orElseThrow());
                case Reservation.Wait(Duration wait) ->
                    new Idle(wait.compareTo(GLANCE) < 0 ? wait : GLANCE, changes, false);
            };
        } finally {
            lock.unlock();
        }
    }

    /** With calls on hold, or none: until something changes, or the next check of the balance is due. */
    private Duration untilWork(Instant now) {
        if (queue.size() > 0) {
            return GLANCE;
        }
        Instant check = gate.nextCheck();
        return check == null ? FOR_EVER : bounded(Duration.between(now, check));
    }

    private void signal() {
        changes++;
        changed.signalAll();
    }

    private void checkBalance() {
        control(api -> api.balance(Permit.untimed("balance"))).thenAccept(result -> {
            lock.lock();
            try {
                gate.onBalance(result, clock.instant());
                signal();
            } finally {
                lock.unlock();
            }
        });
    }

    /** What every answer tells, whoever asked. */
    private void learnFrom(ApiResult<?> result) {
        @Nullable ApiError error = result instanceof ApiResult.Failure<?>(ApiError failure) ? failure : null;
        lock.lock();
        try {
            gate.onAnswer(error, clock.instant());
            if (error instanceof ApiError.RateLimited limited) {
                rateLimited.incrementAndGet();
                budget.pause(rateLimitPause.after(limited), nanos.getAsLong());
            } else if (!(error instanceof ApiError.NotSent)) {
                rateLimitPause.reset();
            }
            signal();
        } finally {
            lock.unlock();
        }
    }

    /** Another process must not place orders. */
    void pauseOrders(Pause pause) {
        lock.lock();
        try {
            gate.onPauseElsewhere(pause.cause(), pause.neededIdr(), clock.instant());
            signal();
        } finally {
            lock.unlock();
        }
    }

    /** What the answer to a create teaches beside what every answer does. */
    void learnFromCreate(SendCreate create, ApiResult<?> result) {
        lock.lock();
        try {
            if (result instanceof ApiResult.Success<?>) {
                gate.onOrderPlaced();
            } else if (result instanceof ApiResult.Failure<?>(ApiError.InsufficientBalance e)) {
                gate.onInsufficientBalance(create.priceIdr(), clock.instant());
            }
        } finally {
            lock.unlock();
        }
    }

    private final class PermitPromise implements Promise {

        private final Instant sendBy;

        PermitPromise(Instant sendBy) {
            this.sendBy = sendBy;
        }

        @Override
        public Instant sendBy() {
            return sendBy;
        }

        @Override
        public void send(Addressed call) {
            enqueue(new OrderJob(call, sendBy, api, replies, clock, Dispatcher.this), true);
        }

        @Override
        public void giveBack() {
            lock.lock();
            try {
                promised--;
            } finally {
                lock.unlock();
            }
        }
    }

    /** A call has left: what its answer teaches, and then what its caller does with it. */
    <T> void answers(CompletionStage<ApiResult<T>> answer, Consumer<ApiResult<T>> consumer) {
        changeUnanswered(1);
        answer.thenAccept(result -> {
                    learnFrom(result);
                    consumer.accept(result);
                })
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.error("an answer of the API could not be passed on", failure);
                    }
                    changeUnanswered(-1);
                });
    }

    private void changeUnanswered(int by) {
        lock.lock();
        try {
            unanswered += by;
            signal();
        } finally {
            lock.unlock();
        }
    }
}
