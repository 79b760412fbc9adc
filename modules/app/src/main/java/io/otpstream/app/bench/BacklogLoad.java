package io.otpstream.app.bench;

import io.otpstream.app.cluster.Outgoing;
import io.otpstream.contract.Priority;
import io.otpstream.contract.VerificationRequest;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What is asked for: all of it follows from the seed. */
final class BacklogLoad {

    private static final List<Integer> COUNTRIES = List.of(6, 8, 9, 2, 5);
    private static final int PLATFORMS = 5;
    private static final int TENANTS = 7;

    private final BacklogSettings settings;

    BacklogLoad(BacklogSettings settings) {
        this.settings = settings;
    }

    /** On behalf of several tenants, with priority batch. */
    List<Outgoing<VerificationRequest>> batch() {
        SplittableRandom random = new SplittableRandom(settings.seed());
        return IntStream.range(0, settings.batch())
                .mapToObj(i -> new Outgoing<>(
                        "batch-%06d".formatted(i),
                        request(random)
                                .withPriority(Priority.BATCH)
                                .withTenant("tenant-" + (1 + random.nextInt(TENANTS)))))
                .toList();
    }

    /** Of people who wait. */
    List<Outgoing<VerificationRequest>> interactive() {
        SplittableRandom random = new SplittableRandom(settings.seed() + 1);
        return IntStream.range(0, settings.interactive())
                .mapToObj(i -> new Outgoing<>("interactive-%04d".formatted(i), request(random)))
                .toList();
    }

    private static VerificationRequest request(SplittableRandom random) {
        return VerificationRequest.of(1 + random.nextInt(PLATFORMS), COUNTRIES.get(random.nextInt(COUNTRIES.size())))
                .withMaxAttempts(1);
    }
}
