package io.otpstream.app.bench;

import io.otpstream.app.cluster.Outgoing;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What is asked for, and when: all of it follows from the seed. */
final class ChaosPlan {

    private static final List<Integer> COUNTRIES = List.of(6, 8, 9, 2, 5);
    private static final int PLATFORMS = 5;
    private static final double TWICE = 0.05;
    private static final double WITHDRAWN = 0.05;

    /**
     * Something that a requester says.
     *
     * @param after real time from the start
     */
    record Step<V>(Duration after, Outgoing<V> record) {}

    private final List<String> requestIds = new ArrayList<>();
    private final List<Step<VerificationRequest>> requests = new ArrayList<>();
    private final List<Step<VerificationCommand>> commands = new ArrayList<>();

    ChaosPlan(ChaosSettings settings) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        for (int i = 0; i < settings.requests(); i++) {
            String id = "chaos-%05d".formatted(i + 1);
            requestIds.add(id);
            int country = random.nextInt(COUNTRIES.size());
            VerificationRequest request = VerificationRequest.of(
                            1 + random.nextInt(PLATFORMS),
                            COUNTRIES.get(country),
                            COUNTRIES.get((country + 1) % COUNTRIES.size()))
                    .withTimeoutSeconds(Math.toIntExact(ChaosSettings.TIMEOUT.toSeconds()))
                    .withMaxAttempts(ChaosSettings.MOST_ATTEMPTS);
            Duration when =
                    Duration.ofSeconds(1).plus(settings.betweenRequests().multipliedBy(i));
            requests.add(new Step<>(when, new Outgoing<>(id, request)));
            if (random.nextDouble() < TWICE) {
                requests.add(new Step<>(when.plusMillis(random.nextInt(10_000)), new Outgoing<>(id, request)));
            }
            if (random.nextDouble() < WITHDRAWN) {
                // A second earlier or up to fifteen later: it may overtake its request.
                Duration then = when.plusMillis(random.nextInt(16_000) - 1_000L);
                commands.add(new Step<>(then, new Outgoing<>(id, VerificationCommand.withdraw())));
            }
        }
    }

    List<String> requestIds() {
        return requestIds;
    }

    List<Step<VerificationRequest>> requests() {
        return requests;
    }

    List<Step<VerificationCommand>> commands() {
        return commands;
    }
}
