package io.otpstream.streams.store;

import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.RoutingPolicy;
import io.otpstream.domain.lifecycle.Effect.SendCreate;
import io.otpstream.domain.purchase.Body;
import io.otpstream.domain.purchase.Member;
import io.otpstream.domain.purchase.Purchase;
import io.otpstream.streams.store.PurchaseRow.MemberRow;
import io.otpstream.streams.store.PurchaseRow.WishRow;
import java.util.Base64;
import org.apache.kafka.common.errors.SerializationException;

/** Rows to purchases and back. */
final class PurchaseMapper {

    private PurchaseMapper() {}

    static PurchaseRow toRow(Purchase purchase) {
        ProductWish wish = purchase.wish();
        return new PurchaseRow(
                PurchaseRow.VERSION,
                Base64.getEncoder().encodeToString(purchase.body().bytes()),
                new WishRow(
                        wish.catalogProductId(),
                        wish.maxPriceIdr(),
                        wish.policy().name(),
                        wish.operatorId()),
                purchase.members().stream().map(PurchaseMapper::toRow).toList(),
                purchase.decidedAt(),
                purchase.sendings(),
                purchase.nextTryAt(),
                purchase.mayHaveBought());
    }

    static Purchase toPurchase(String key, PurchaseRow row) {
        if (row.version() != PurchaseRow.VERSION) {
            throw new SerializationException("purchases: a row has version " + row.version() + ", this otpstream"
                    + " reads " + PurchaseRow.VERSION);
        }
        ProductWish wish = new ProductWish(
                row.wish().catalogProductId(),
                row.wish().maxPriceIdr(),
                RoutingPolicy.valueOf(row.wish().routing()),
                row.wish().operatorId());
        return new Purchase(
                key,
                new Body(Base64.getDecoder().decode(row.body())),
                row.members().stream().map(member -> toMember(member, wish)).toList(),
                row.decidedAt(),
                row.sendings(),
                row.nextTryAt(),
                row.mayHaveBought());
    }

    private static MemberRow toRow(Member member) {
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
