package io.otpstream.streams.process;

import io.otpstream.contract.JsonSerde;
import io.otpstream.streams.process.Flow.Input;
import io.otpstream.streams.replies.KafkaReplySink;
import io.otpstream.streams.replies.PurchaseReplies;
import io.otpstream.streams.replies.Replies;
import io.otpstream.streams.replies.Reply;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Reads replies. One that isn't otpstream's becomes a dead letter without its value: replies hold codes, and dead
 * letters are kept for long.
 */
public final class ReplyReader extends Reader {

    private final Deserializer<Reply> deserializer = JsonSerde.of(Reply.class).deserializer();

    @Override
    protected void read(Record<byte[], byte[]> record) {
        String requestId;
        Input input;
        try {
            Reply reply = deserializer.deserialize(KafkaReplySink.TOPIC, record.value());
            if (record.key() == null || reply == null) {
                throw new SerializationException("the reply has no key or no value");
            }
            requestId = new String(record.key(), StandardCharsets.UTF_8);
            input = switch (reply.kind()) {
                case MARKER -> new Input.Marker(Replies.toMarker(reply));
                case PURCHASE -> new Input.Bought(PurchaseReplies.toAnswer(reply));
                case CREATE, LOOK, CANCEL, FINISH, RESEND, SEEN -> new Input.Occurred(Replies.toEvent(reply));
            };
        } catch (SerializationException notOurs) {
            bury(record.withValue(null), "The reply can't be read: " + notOurs.getMessage() + ".", null);
            return;
        }
        pass(requestId, input);
    }
}
