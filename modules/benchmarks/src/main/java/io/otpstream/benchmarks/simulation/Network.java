package io.otpstream.benchmarks.simulation;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long things take on their way, where nothing goes wrong. */
enum Network {
    /** Anything between at once and too long, so that what comes in which order is left to chance. */
    ROUGH {
        @Override
        Duration toVendor(RandomGenerator random) {
            return Duration.ofMillis(1 + random.nextInt(300));
        }

        @Override
        Duration answer(RandomGenerator random) {
            return Duration.ofMillis(2 + random.nextInt(300));
        }

        @Override
        Duration toBroker(RandomGenerator random) {
            return random.nextInt(10) == 0
                    ? Duration.ofMillis(random.nextInt((int) ReplyWriter.DELIVERY.toMillis()))
                    : Duration.ofMillis(1 + random.nextInt(50));
        }
    },
    /** Always the same, and little: as between the pipeline, a broker and a simulator on one machine. */
    STEADY {
        @Override
        Duration toVendor(RandomGenerator random) {
            return Duration.ofMillis(5);
        }

        @Override
        Duration answer(RandomGenerator random) {
            return Duration.ofMillis(10);
        }

        @Override
        Duration toBroker(RandomGenerator random) {
            return Duration.ofMillis(5);
        }
    };

    /** From the sending of a request until it takes effect. */
    abstract Duration toVendor(RandomGenerator random);

    /** From then until the answer is there. */
    abstract Duration answer(RandomGenerator random);

    /** From the answer until its reply is on the topic. */
    abstract Duration toBroker(RandomGenerator random);
}
