package io.otpstream.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Who waits for another code of one request. Safe for use by several threads. */
final class Resends {

    private final Deque<CompletableFuture<ReceivedCode>> expected = new ArrayDeque<>();

    synchronized CompletableFuture<ReceivedCode> expectOne() {
        CompletableFuture<ReceivedCode> next = new CompletableFuture<>();
        expected.add(next);
        return next;
    }

    synchronized Optional<CompletableFuture<ReceivedCode>> takeOldest() {
        return Optional.ofNullable(expected.poll());
    }

    synchronized List<CompletableFuture<ReceivedCode>> takeAll() {
        List<CompletableFuture<ReceivedCode>> all = new ArrayList<>(expected);
        expected.clear();
        return all;
    }

    /** Whether somebody still waits who has not given up. */
    synchronized boolean isExpected() {
        expected.removeIf(CompletableFuture::isDone);
        return !expected.isEmpty();
    }
}
