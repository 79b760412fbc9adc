package io.otpstream.benchmarks.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GuideCallsTest {

    private final ManualTimetable timetable = new ManualTimetable();
    private final List<Long> sentAtSeconds = new ArrayList<>();
    private final List<ApiResult<String>> answers = new ArrayList<>();

    @Test
    void backsOffFiveTimesAfterA429() {
        callAndGet(new ApiError.RateLimited(null));

        assertThat(sentAtSeconds).containsExactly(0L, 1L, 3L, 7L, 15L, 31L);
        assertThat(answers).hasSize(1);
    }

    @Test
    void waitsAsLongAsIsAskedFor() {
        callAndGet(new ApiError.RateLimited(Duration.ofSeconds(20)));

        assertThat(sentAtSeconds).containsExactly(0L, 20L, 40L, 60L, 80L, 100L);
    }

    @Test
    void backsOffThreeTimesAfterA5xx() {
        callAndGet(new ApiError.ServerFailure(503));

        assertThat(sentAtSeconds).containsExactly(0L, 1L, 3L, 7L);
        assertThat(answers).hasSize(1);
    }

    @Test
    void repeatsNothingElse() {
        callAndGet(new ApiError.OrderNotFound());

        assertThat(sentAtSeconds).containsExactly(0L);
        assertThat(answers).hasSize(1);
    }

    private void callAndGet(ApiError error) {
        new GuideCalls(timetable, Pacing.none())
                .<String>call(
                        permit -> {
                            sentAtSeconds.add(
                                    Duration.ofNanos(timetable.nanos()).toSeconds());
                            return CompletableFuture.completedFuture(new ApiResult.Failure<>(error));
                        },
                        answers::add);
        timetable.runUntil(1_000);
    }
}
