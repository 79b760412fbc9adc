package io.otpstream.smscode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Gathers the body of one answer up to a limit, and tells of its head as soon as that is there. I/O thread only. */
final class BodyCollector implements AsyncResponseConsumer<AnswerBody.Whole> {

    /** More bytes came than the request has room for. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException(int limit) {
            super("the body is longer than " + limit + " bytes");
        }
    }

    private final int limit;
    private final Consumer<HttpResponse> onHead;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private @Nullable FutureCallback<AnswerBody.Whole> result;

    /**
     * A collector of the body of one answer.
     *
     * @param limit how many bytes it may have
     */
    BodyCollector(int limit, Consumer<HttpResponse> onHead) {
        this.limit = limit;
        this.onHead = onHead;
    }

    @Override
    public void consumeResponse(
            HttpResponse response,
            @Nullable EntityDetails entity,
            HttpContext context,
            FutureCallback<AnswerBody.Whole> callback) {
        onHead.accept(response);
        result = callback;
        if (entity == null) {
            complete();
        }
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer source) throws IOException {
        if (body.size() + source.remaining() > limit) {
            throw new TooLongException(limit);
        }
        byte[] bytes = new byte[source.remaining()];
        source.get(bytes);
        body.writeBytes(bytes);
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        complete();
    }

    private void complete() {
        if (result != null) {
            result.completed(new AnswerBody.Whole(body.toByteArray()));
        }
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) {
        // 1xx: the answer is still to come.
    }

    @Override
    public void failed(Exception cause) {
        // The exchange is told by the client itself.
    }

    @Override
    public void releaseResources() {
        body.reset();
    }
}
