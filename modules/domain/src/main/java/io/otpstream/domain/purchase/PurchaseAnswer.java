package io.otpstream.domain.purchase;

import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.Purchased;
import java.time.Instant;
import java.util.List;

/**
 * How one sending of a purchase ended.
 *
 * @param members of the purchase, so that its orders find their way also when it is forgotten
 * @param sentAt when it left; for one that never left, when that was known
 */
public record PurchaseAnswer(String key, List<Member> members, ApiResult<Purchased> result, Instant sentAt) {
    public PurchaseAnswer {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("members: expected at least one");
        }
    }
}
