package io.otpstream.streams.calls;

import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.domain.lifecycle.Effect.SendCancel;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.lifecycle.Effect.SendFinish;
import io.otpstream.domain.lifecycle.Effect.SendLook;
import io.otpstream.domain.lifecycle.Effect.SendResend;
import io.otpstream.streams.calls.ApiCalls.Addressed;
import io.otpstream.streams.replies.Replies;
import io.otpstream.streams.replies.Reply;
import io.otpstream.streams.replies.ReplySink;
import java.time.Instant;
import java.time.InstantSource;

/** A call for one verification; its answer becomes a reply. */
record OrderJob(
        Addressed addressed,
        Instant since,
        Instant sendBy,
        SmsCodeApi api,
        ReplySink replies,
        InstantSource clock,
        Dispatcher dispatcher)
        implements Job {

    @Override
    public CallKind kind() {
        return switch (addressed.call()) {
            case SendCreate create -> CallKind.CREATE;
            case SendLook look -> CallKind.LOOK;
            case SendCancel cancel -> CallKind.CANCEL;
            case SendFinish finish -> CallKind.FINISH;
            case SendResend resend -> CallKind.RESEND;
        };
    }

    @Override
    public void send() {
        Permit permit = new Permit(addressed.callId(), sendBy);
        switch (addressed.call()) {
            case SendCreate create -> send(create, permit);
            case SendLook look ->
                dispatcher.answers(
                        api.order(look.orderId(), permit), result -> reply(Replies.of(look, result, clock.instant())));
            case SendCancel cancel ->
                dispatcher.cancelAnswers(
                        api.cancelOrder(cancel.orderId(), permit),
                        result -> reply(Replies.of(cancel, result, clock.instant())));
            case SendFinish finish ->
                dispatcher.answers(
                        api.published().finishOrder(finish.orderId(), permit),
                        result -> reply(Replies.of(finish, result, clock.instant())));
            case SendResend resend ->
                dispatcher.answers(
                        api.published().resendCode(resend.orderId(), permit),
                        result -> reply(Replies.of(resend, result, clock.instant())));
        }
    }

    private void send(SendCreate create, Permit permit) {
        Instant sentAt = clock.instant();
        dispatcher.answers(api.guide().createOrder(create.countryId(), create.platformId(), permit), result -> {
            dispatcher.learnFromCreate(create.priceIdr(), result);
            reply(Replies.of(create, result, sentAt));
        });
    }

    @Override
    public void expire() {
        ApiError.NotSent error = new ApiError.NotSent("no permit within the promised time");
        reply(Replies.notSent(addressed.call(), error, clock.instant()));
    }

    private void reply(Reply reply) {
        replies.send(addressed.partition(), addressed.requestId(), reply);
    }
}
