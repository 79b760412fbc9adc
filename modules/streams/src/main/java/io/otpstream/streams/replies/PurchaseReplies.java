package io.otpstream.streams.replies;

import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.Purchased;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.purchase.Member;
import io.otpstream.domain.purchase.Purchase;
import io.otpstream.domain.purchase.PurchaseAnswer;
import io.otpstream.streams.replies.Reply.MemberRow;
import io.otpstream.streams.replies.Reply.PurchaseRow;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;

/** Makes replies of purchases and their results, and answers of replies. */
public final class PurchaseReplies {

    private PurchaseReplies() {}

    /**
     * The answer to one sending of a purchase.
     *
     * @param sentAt when it left; for one that never left, when that was known
     */
    public static Reply of(Purchase purchase, ApiResult<Purchased> result, Instant sentAt) {
        PurchaseRow asked = new PurchaseRow(
                purchase.key(),
                Replies.row(purchase.wish()),
                purchase.members().stream().map(PurchaseReplies::row).toList(),
                null,
                null);
        return Reply.ofPurchase(
                switch (result) {
                    case ApiResult.Success<Purchased>(Purchased bought) -> with(bought, asked);
                    case ApiResult.Failure<Purchased> failure -> asked;
                },
                Replies.error(result),
                sentAt);
    }

    /**
     * What a reply means to its purchase.
     *
     * @throws SerializationException if the reply is of another version, about something else, or lacks what it needs
     */
    public static PurchaseAnswer toAnswer(Reply reply) {
        Replies.checkVersion(reply);
        PurchaseRow purchase = Replies.set(reply.purchase(), "purchase");
        if (purchase.members().isEmpty()) {
            throw new SerializationException("its purchase lacks members");
        }
        ProductWish wish = Replies.toWish(purchase.wish());
        return new PurchaseAnswer(
                purchase.key(),
                purchase.members().stream()
                        .map(member -> toMember(member, wish))
                        .toList(),
                result(reply, purchase),
                Replies.set(reply.at(), "at"));
    }

    private static PurchaseRow with(Purchased bought, PurchaseRow asked) {
        return new PurchaseRow(
                asked.key(),
                asked.wish(),
                asked.members(),
                bought.orders().stream().map(Replies::row).toList(),
                bought.failedCount());
    }

    private static ApiResult<Purchased> result(Reply reply, PurchaseRow purchase) {
        if (reply.error() != null) {
            return new ApiResult.Failure<>(ErrorMapper.toError(reply.error()));
        }
        List<Reply.OrderRow> orders = Replies.set(purchase.orders(), "purchase.orders");
        return new ApiResult.Success<>(new Purchased(
                orders.stream().map(Replies::toOrder).toList(),
                Replies.set(purchase.failedCount(), "purchase.failed_count")));
    }

    private static MemberRow row(Member member) {
        SendCreate create = member.create();
        return new MemberRow(
                member.requestId(),
                create.attempt(),
                create.call(),
                create.countryId(),
                create.platformId(),
                create.priceIdr(),
                create.sendBy());
    }

    private static Member toMember(MemberRow row, ProductWish wish) {
        return new Member(
                row.requestId(),
                new SendCreate(
                        row.attempt(),
                        row.call(),
                        row.countryId(),
                        row.platformId(),
                        row.priceIdr(),
                        row.sendBy(),
                        wish));
    }
}
