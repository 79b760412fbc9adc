package io.otpstream.streams.process;

import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.ProductWish;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.domain.lifecycle.Offer;

/** How numbers are rented, which depends on the dialect. */
public sealed interface Buying {

    /**
     * As the API has it.
     *
     * @param applicationId keeps apart the keys of pipelines that share an account
     * @param maxQuantity most numbers by one create, 1 to 100
     */
    static Buying of(SmsCodeApi api, String applicationId, int maxQuantity) {
        return switch (api) {
            case GuideApi guide -> new OneByOne();
            case PublishedApi published -> new InPurchases(published::createBody, applicationId, maxQuantity);
        };
    }

    /** Whether an offer names what a create has to name. */
    boolean takes(Offer offer);

    /** Each by a create of its own, which is never repeated: the guide's way. */
    record OneByOne() implements Buying {

        @Override
        public boolean takes(Offer offer) {
            return true;
        }
    }

    /**
     * Several that are alike by one create, which is repeated until its answer is known: the published contract's way.
     *
     * @param bodies makes what is sent
     * @param applicationId keeps apart the keys of pipelines that share an account
     * @param maxQuantity most numbers by one create, 1 to 100
     */
    record InPurchases(Bodies bodies, String applicationId, int maxQuantity) implements Buying {

        private static final int MOST = 100;

        public InPurchases {
            if (maxQuantity < 1 || maxQuantity > MOST) {
                throw new IllegalArgumentException("maxQuantity: expected 1 to " + MOST);
            }
        }

        @Override
        public boolean takes(Offer offer) {
            return offer.catalogProductId() != null;
        }
    }

    /** Makes the body of a create. The same wish and quantity need not give the same bytes for ever: they are stored. */
    interface Bodies {
        byte[] of(ProductWish wish, int quantity);
    }
}
