package io.otpstream.simulator.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectableChannelEndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ways in which a connection can fail a customer. */
final class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final CountDownLatch closing = new CountDownLatch(1);

    /** Lets so much real time pass, unless the server stops. */
    void delay(Duration realTime) {
        if (realTime.isZero()) {
            return;
        }
        try {
            closing.await(realTime.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Holds the connection without a byte of answer for so long of real time, then closes it. */
    void hold(Context ctx, Duration realTime) {
        delay(realTime);
        drop(ctx);
    }

    /** Closes the connection, in order as far as TCP is concerned. */
    void drop(Context ctx) {
        endPoint(ctx).close();
    }

    /** Resets the connection: the customer sees an error of the connection, not its end. */
    void reset(Context ctx) {
        if (endPoint(ctx) instanceof SelectableChannelEndPoint selectable
                && selectable.getChannel() instanceof SocketChannel channel) {
            try {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                throw new UncheckedIOException("the connection can't be reset", e);
            }
        }
        drop(ctx);
    }

    /** Promises the whole body, sends half of it and closes the connection. */
    void truncate(Context ctx, Answer answer) {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        HttpServletResponse response = ctx.res();
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body, 0, body.length / 2);
            response.flushBuffer();
        } catch (IOException e) {
            LOG.debug("the customer left before half of the answer was written", e);
        }
        drop(ctx);
    }

    /** Lets go of every connection that is held. */
    void close() {
        closing.countDown();
    }

    private static EndPoint endPoint(Context ctx) {
        return ServletContextRequest.getServletContextRequest(ctx.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
    }
}
