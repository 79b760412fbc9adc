package io.otpstream.streams.process;

import io.otpstream.contract.CommandDecoder;
import io.otpstream.contract.Decoded;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.streams.process.Flow.Input;
import org.apache.kafka.streams.processor.api.Record;

/** Reads commands. One that breaks the contract becomes a dead letter; its request goes on as if nothing was said. */
public final class CommandReader extends Reader {

    @Override
    protected void read(Record<byte[], byte[]> record) {
        switch (CommandDecoder.decode(record.key(), record.value())) {
            case Decoded.Valid<VerificationCommand>(String requestId, VerificationCommand command) ->
                pass(requestId, new Input.Occurred(toEvent(command)));
            case Decoded.Malformed<VerificationCommand> malformed ->
                bury(record, malformed.reason(), malformed.field());
        }
    }

    private static Event toEvent(VerificationCommand command) {
        return switch (command.type()) {
            case WITHDRAW -> new Event.Withdraw();
            case SMS_REQUESTED -> new Event.SmsRequested(command.attempt());
            case NUMBER_REJECTED -> new Event.NumberRejected(command.attempt());
            case RESEND -> new Event.AnotherTextWanted(command.attempt());
        };
    }
}
