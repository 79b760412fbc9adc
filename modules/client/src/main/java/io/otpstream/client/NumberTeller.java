package io.otpstream.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Tells a listener one number after the other, and none after it has failed. Safe for use by several threads. */
final class NumberTeller {

    private final NumberListener listener;
    private final Executor callbacks;
    private final Consumer<Throwable> onFailure;
    private CompletionStage<?> told = CompletableFuture.completedStage(true);

    NumberTeller(NumberListener listener, Executor callbacks, Consumer<Throwable> onFailure) {
        this.listener = listener;
        this.callbacks = callbacks;
        this.onFailure = onFailure;
    }

    synchronized void tell(RentedNumber number) {
        told = told.thenRunAsync(() -> call(number), callbacks);
    }

    private void call(RentedNumber number) {
        try {
            listener.onNumber(number.attempt(), number);
        } catch (Throwable failure) {
            // An assertion in a test is an Error, and whoever waits for the code has to see it.
            onFailure.accept(failure);
            throw new CompletionException(failure);
        }
    }
}
