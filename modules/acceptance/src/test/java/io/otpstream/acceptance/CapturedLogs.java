package io.otpstream.acceptance;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What this process logs while this is open: of otpstream everything down to DEBUG, of others what they log anyway. */
final class CapturedLogs implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.otpstream");
    private final @Nullable Level before = ours.getLevel();
    private final Queue<String> messages = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            messages.add(event.getFormattedMessage());
            IThrowableProxy thrown = event.getThrowableProxy();
            while (thrown != null) {
                messages.add(String.valueOf(thrown.getMessage()));
                thrown = thrown.getCause();
            }
        }
    };

    CapturedLogs() {
        ours.setLevel(Level.DEBUG);
        appender.start();
        root.addAppender(appender);
    }

    /** All that was logged, exceptions' messages included. */
    List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        ours.setLevel(before);
    }
}
