package io.otpstream.simulator.http;

import io.otpstream.simulator.vendor.CountryView;
import io.otpstream.simulator.vendor.ModelClock;
import io.otpstream.simulator.vendor.Offer;
import io.otpstream.simulator.vendor.OrderStatus;
import io.otpstream.simulator.vendor.OrderView;
import io.otpstream.simulator.vendor.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The {@code data} of the guide's answers. */
final class GuideAnswers {

    private GuideAnswers() {}

    record Balance(String currency, long balance) {
        static Balance of(long balanceIdr) {
            return new Balance("IDR", balanceIdr);
        }
    }

    record Country(int id, String code, String name) {
        static Country of(CountryView country) {
            return new Country(country.id(), country.isoCode(), country.name());
        }
    }

    record Product(int countryId, int platformId, long price, int availableCount) {
        static Product of(Offer offer) {
            return new Product(
                    offer.product().countryId(),
                    offer.product().platformId(),
                    offer.product().priceIdr(),
                    offer.availableCount());
        }
    }

    record Created(String orderId, Secret phoneNumber, OrderStatus status, Instant expiresAt) {
        static Created of(OrderView order, ModelClock clock) {
            return new Created(order.id(), order.phoneNumber(), order.status(), clock.instantAt(order.expiresAt()));
        }
    }

    /** The guide asks for status and code; the rest is what a vendor would add. */
    record Looked(
            String orderId,
            Secret phoneNumber,
            OrderStatus status,
            @Nullable Secret otpCode,
            Instant expiresAt) {
        static Looked of(OrderView order, ModelClock clock) {
            return new Looked(
                    order.id(),
                    order.phoneNumber(),
                    order.status(),
                    order.code().orElse(null),
                    clock.instantAt(order.expiresAt()));
        }
    }

    /** The guide leaves it open. */
    record Cancelled(String orderId, OrderStatus status) {
        static Cancelled of(OrderView order) {
            return new Cancelled(order.id(), order.status());
        }
    }
}
