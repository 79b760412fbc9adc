package io.otpstream.streams.watch;

/**
 * Whose order it is. A task that has ended must not end the watch of one that has taken over.
 *
 * @param post another one for every start of a task
 */
record WatchOwner(Object post, int partition, String requestId) {}
