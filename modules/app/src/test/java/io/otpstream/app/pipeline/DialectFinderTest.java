package io.otpstream.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.otpstream.app.config.DialectChoice;
import io.otpstream.app.config.Speed;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Dialect;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DialectFinderTest {

    private static final ApiError DOWN = new ApiError.NotSent("no connection");
    private static final ApiError STRANGER = new ApiError.Unauthorized();

    private final Logger logger = (Logger) LoggerFactory.getLogger(DialectFinder.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Queue<ApiResult<Dialect>> answers = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(log);
    }

    @Test
    void whatIsConfiguredIsNotAskedFor() throws InterruptedException {
        assertThat(finder(DialectChoice.GUIDE).await(this::goOn)).contains(Dialect.GUIDE);
        assertThat(finder(DialectChoice.PUBLISHED).await(this::goOn)).contains(Dialect.PUBLISHED);
        assertThat(lines())
                .containsExactly(
                        "INFO api.dialect: guide (as configured)", "INFO api.dialect: published (as configured)");
    }

    @Test
    void whatTheApiSaysIsLoggedOnce() throws InterruptedException {
        answers.add(new ApiResult.Success<>(Dialect.PUBLISHED));
        assertThat(finder(DialectChoice.AUTO).await(this::goOn)).contains(Dialect.PUBLISHED);
        assertThat(lines()).containsExactly("INFO api.dialect: published (found by asking)");
        assertThat(pauses).isEmpty();
    }

    @Test
    void asksAgainLessAndLessOftenAndSaysWhyWheneverThatChanges() throws InterruptedException {
        fails(DOWN, DOWN, STRANGER, STRANGER, STRANGER, DOWN, DOWN);
        answers.add(new ApiResult.Success<>(Dialect.GUIDE));
        assertThat(finder(DialectChoice.AUTO).await(this::goOn)).contains(Dialect.GUIDE);
        assertThat(pauses.stream().map(Duration::toSeconds)).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
        assertThat(lines())
                .containsExactly(
                        "WARN api.dialect: the API doesn't tell its dialect: not reached: no connection. It is asked"
                                + " again.",
                        "WARN api.dialect: the API doesn't tell its dialect: the token is missing, wrong or expired."
                                + " It is asked again.",
                        "WARN api.dialect: the API doesn't tell its dialect: not reached: no connection. It is asked"
                                + " again.",
                        "INFO api.dialect: guide (found by asking)");
    }

    @Test
    void waitsAsLongAsTheApiWants() throws InterruptedException {
        fails(
                new ApiError.RateLimited(Duration.ofSeconds(45)),
                new ApiError.RateLimited(null),
                new ApiError.ServerFailure(503, Duration.ofSeconds(1)));
        answers.add(new ApiResult.Success<>(Dialect.GUIDE));
        assertThat(finder(DialectChoice.AUTO).await(this::goOn)).contains(Dialect.GUIDE);
        assertThat(pauses.stream().map(Duration::toSeconds)).containsExactly(45L, 2L, 4L);
    }

    @Test
    void stopsWhenItIsTold() throws InterruptedException {
        fails(DOWN);
        assertThat(finder(DialectChoice.AUTO).await(pause -> true)).isEqualTo(Optional.empty());
        assertThat(answers).isEmpty();
    }

    @Test
    void onceIsOnce() {
        fails(DOWN);
        assertThat(finder(DialectChoice.AUTO).once()).isEqualTo(new ApiResult.Failure<>(DOWN));
    }

    @Test
    void pausesAreShorterInAFasterWorld() throws InterruptedException {
        fails(DOWN);
        answers.add(new ApiResult.Success<>(Dialect.GUIDE));
        new DialectFinder(DialectChoice.AUTO, new Speed(10), answers::remove).await(this::goOn);
        assertThat(pauses).containsExactly(Duration.ofMillis(100));
    }

    private void fails(ApiError... errors) {
        for (ApiError error : errors) {
            answers.add(new ApiResult.Failure<>(error));
        }
    }

    private boolean goOn(Duration pause) {
        pauses.add(pause);
        return false;
    }

    private DialectFinder finder(DialectChoice choice) {
        return new DialectFinder(choice, new Speed(1), answers::remove);
    }

    private List<String> lines() {
        return log.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }
}
