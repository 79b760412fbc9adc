package io.otpstream.streams.calls;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.domain.lifecycle.Effect.SendCancel;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.lifecycle.Effect.SendLook;
import io.otpstream.domain.rate.RateBudget;
import io.otpstream.domain.rate.Reservation;
import io.otpstream.streams.replies.Replies;
import io.otpstream.streams.replies.Reply;
import io.otpstream.streams.replies.ReplySink;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the API for all tasks of the process, from one thread and out of one budget.
 *
 * <p>A promise is given only if the budget's next permits reach that far within the {@link #HORIZON}, so that little
 * waits here and stream threads choose late what is worth most.
 */
final class Dispatcher implements ApiCalls, ControlCalls {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration HORIZON = Duration.ofMillis(700);
    private static final Duration HORIZON_OF_CREATES = HORIZON.dividedBy(2);
    private static final Duration SEND_WITHIN = Duration.ofSeconds(1);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final SmsCodeApi api;
    private final RateBudget budget;
    private final RateLimitPause rateLimitPause;
    private final OrderGate gate;
    private final ReplySink replies;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final CallQueue queue = new CallQueue();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong rateLimited = new AtomicLong();
    private final Thread thread;
    private int promised;
    private int unanswered;
    private boolean closed;

    /** Does nothing before {@link #start}. Closes none of what it is given. */
    Dispatcher(
            SmsCodeApi api,
            RateBudget budget,
            double speed,
            ReplySink replies,
            InstantSource clock,
            Consumer<GateNews> gateListener,
            Thread.UncaughtExceptionHandler onDeath) {
        this.api = api;
        this.budget = budget;
        this.rateLimitPause = new RateLimitPause(speed, RandomGenerator.getDefault());
        this.gate = new OrderGate(speed, gateListener);
        this.replies = replies;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("otpstream-dispatcher").unstarted(this::run);
        this.thread.setUncaughtExceptionHandler(onDeath);
    }

    void start() {
        thread.start();
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
                changed.signal();
                return new Admission.Later(LONGEST_WAIT.dividedBy(10));
            }
            Duration horizon = kind == Kind.CREATE ? HORIZON_OF_CREATES : HORIZON;
            Duration wait = budget.waitAt(promised + queue.size() + 1, System.nanoTime());
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
        enqueue(new ControlJob<>(call, answer), false);
        return answer;
    }

    /**
     * What still waits is answered as not sent. Calls in flight are waited for, so that their answers are not lost.
     *
     * @param atMost then what is still in flight is left to the API's client
     */
    void close(Duration atMost) {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
            // Not by the thread itself, which may have died, or never have started.
            allThatWait().forEach(Job::expire);
            awaitAnswers(atMost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
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
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
        if (tooLate) {
            job.expire();
        }
    }

    private void run() {
        try {
            for (Step step = next(); ; step = next()) {
                step.expired().forEach(Job::expire);
                if (step.job() != null) {
                    requests.incrementAndGet();
                    step.job().send();
                } else if (step.checkBalance()) {
                    checkBalance();
                } else if (step.end()) {
                    return;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the thread does next, decided under the lock and done outside it. */
    private record Step(List<Job> expired, @Nullable Job job, boolean checkBalance, boolean end) {}

    private Step next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Instant now = clock.instant();
            if (closed) {
                return new Step(List.of(), null, false, true);
            }
            List<Job> expired = queue.takeAll(job -> job.sendBy().isBefore(now));
            if (!expired.isEmpty()) {
                return new Step(expired, null, false, false);
            }
            if (gate.takeCheck(now)) {
                return new Step(List.of(), null, true, false);
            }
            boolean held = replies.isBehind();
            if (!queue.hasOne(job -> !held || !job.paysForAnOrder())) {
                awaitWork(now);
                return new Step(List.of(), null, false, false);
            }
            return switch (budget.reserve(System.nanoTime())) {
                case Reservation.Granted granted ->
                    new Step(List.of(), queue.take(job -> !held || !job.paysForAnOrder()), false, false);
                case Reservation.Wait(Duration wait) -> {
                    awaitNanos(wait.compareTo(GLANCE) < 0 ? wait : GLANCE);
                    yield new Step(List.of(), null, false, false);
                }
            };
        } finally {
            lock.unlock();
        }
    }

    /** With calls on hold, or none: until something changes, or the next check of the balance is due. */
    @SuppressWarnings("WaitNotInLoop") // the loop is in run(): whatever ended the wait, it looks again
    private void awaitWork(Instant now) throws InterruptedException {
        if (queue.size() > 0) {
            awaitNanos(GLANCE);
            return;
        }
        Instant check = gate.nextCheck();
        if (check == null) {
            changed.await();
        } else {
            awaitNanos(Duration.between(now, check));
        }
    }

    @SuppressWarnings({"WaitNotInLoop", "unused"}) // the loop is in run(): whatever ended the wait, it looks again
    private void awaitNanos(Duration wait) throws InterruptedException {
        boolean signalled = changed.await(Math.max(1, wait.toNanos()), TimeUnit.NANOSECONDS);
    }

    private void checkBalance() {
        control(api -> api.balance(Permit.untimed("balance"))).thenAccept(result -> {
            lock.lock();
            try {
                gate.onBalance(result, clock.instant());
                changed.signal();
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
                budget.pause(rateLimitPause.after(limited), System.nanoTime());
            } else if (!(error instanceof ApiError.NotSent)) {
                rateLimitPause.reset();
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void learnFromCreate(SendCreate create, ApiResult<?> result) {
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
            enqueue(new OrderJob(call, sendBy), true);
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

    /** A call for one verification. */
    private final class OrderJob implements Job {

        private final Addressed addressed;
        private final Instant sendBy;

        OrderJob(Addressed addressed, Instant sendBy) {
            this.addressed = addressed;
            this.sendBy = sendBy;
        }

        @Override
        public Rank rank() {
            return addressed.call() instanceof SendCancel ? Rank.CANCEL : Rank.ORDINARY;
        }

        @Override
        public boolean paysForAnOrder() {
            return addressed.call() instanceof SendCreate;
        }

        @Override
        public Instant sendBy() {
            return sendBy;
        }

        @Override
        public void send() {
            Permit permit = new Permit(addressed.callId(), sendBy);
            switch (addressed.call()) {
                case SendCreate create -> send(create, permit);
                case SendLook look ->
                    answers(
                            api.order(look.orderId(), permit),
                            result -> reply(Replies.of(look, result, clock.instant())));
                case SendCancel cancel ->
                    answers(
                            api.cancelOrder(cancel.orderId(), permit),
                            result -> reply(Replies.of(cancel, result, clock.instant())));
            }
        }

        private void send(SendCreate create, Permit permit) {
            Instant sentAt = clock.instant();
            answers(api.createOrder(create.countryId(), create.platformId(), permit), result -> {
                learnFromCreate(create, result);
                reply(Replies.of(create, result, sentAt));
            });
        }

        @Override
        public void expire() {
            Instant now = clock.instant();
            ApiError.NotSent error = new ApiError.NotSent("no permit within the promised time");
            reply(Replies.notSent(addressed.call(), error, now));
        }

        private void reply(Reply reply) {
            replies.send(addressed.partition(), addressed.requestId(), reply);
        }
    }

    private <T> void answers(CompletionStage<ApiResult<T>> answer, Consumer<ApiResult<T>> consumer) {
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
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A call that the dispatcher or the catalogue makes for all. */
    private final class ControlJob<T> implements Job {

        private final Function<SmsCodeApi, CompletionStage<ApiResult<T>>> call;
        private final CompletableFuture<ApiResult<T>> answer;

        ControlJob(Function<SmsCodeApi, CompletionStage<ApiResult<T>>> call, CompletableFuture<ApiResult<T>> answer) {
            this.call = call;
            this.answer = answer;
        }

        @Override
        public Rank rank() {
            return Rank.CONTROL;
        }

        @Override
        public boolean paysForAnOrder() {
            return false;
        }

        @Override
        public Instant sendBy() {
            return Instant.MAX;
        }

        @Override
        public void send() {
            answers(call.apply(api), answer::complete);
        }

        @Override
        public void expire() {
            answer.complete(new ApiResult.Failure<>(new ApiError.NotSent("the pipeline is closing")));
        }
    }
}
