package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** The one place where threads, the clock and the vendor meet. Safe for use by several threads. */
public final class VendorDesk {

    private final ReentrantLock lock = new ReentrantLock();
    private final Vendor vendor;
    private final ModelClock clock;

    public VendorDesk(Vendor vendor, ModelClock clock) {
        this.vendor = vendor;
        this.clock = clock;
    }

    public ModelClock clock() {
        return clock;
    }

    /** Which contract the vendor keeps; it never changes. */
    public Dialect dialect() {
        return vendor.dialect();
    }

    /** Does something with the vendor, alone. {@code work} must not block. */
    public <T> T ask(BiFunction<Vendor, Duration, T> work) {
        lock.lock();
        try {
            return work.apply(vendor, clock.now());
        } finally {
            lock.unlock();
        }
    }

    /** As {@link #ask}, without an answer. */
    public void tell(BiConsumer<Vendor, Duration> work) {
        ask((v, now) -> {
            work.accept(v, now);
            return now;
        });
    }
}
