package io.otpstream.streams.calls;

import io.otpstream.streams.calls.Job.Rank;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Calls that wait for permits. Not safe for use by several threads. */
final class CallQueue {

    private final Map<Rank, Deque<Job>> jobs = new EnumMap<>(Rank.class);
    private int size;

    void add(Job job) {
        jobs.computeIfAbsent(job.rank(), rank -> new ArrayDeque<>()).add(job);
        size++;
    }

    int size() {
        return size;
    }

    /** Takes out the first one that may go; empty if none may. */
    Optional<Job> take(Predicate<Job> mayGo) {
        for (Deque<Job> ofRank : jobs.values()) {
            for (Iterator<Job> all = ofRank.iterator(); all.hasNext(); ) {
                Job job = all.next();
                if (mayGo.test(job)) {
                    all.remove();
                    size--;
                    return Optional.of(job);
                }
            }
        }
        return Optional.empty();
    }

    /** How many are like this. */
    int count(Predicate<Job> like) {
        return Math.toIntExact(
                jobs.values().stream().flatMap(Deque::stream).filter(like).count());
    }

    /** Takes out all that may go. */
    List<Job> takeAll(Predicate<Job> mayGo) {
        List<Job> taken = new ArrayList<>();
        for (Optional<Job> job = take(mayGo); job.isPresent(); job = take(mayGo)) {
            taken.add(job.get());
        }
        return taken;
    }
}
