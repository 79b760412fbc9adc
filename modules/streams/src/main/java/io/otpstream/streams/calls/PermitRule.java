package io.otpstream.streams.calls;

import io.otpstream.domain.rate.Demand;
import java.time.Instant;

/**
 * Who goes first while permits are few, and how many there is use for. The two contracts differ in that: the guide's
 * orders are looked at one by one, and most permits go into that; the published contract's are looked at together.
 *
 * <p>Not safe for use by several threads: the dispatcher's lock guards it.
 */
interface PermitRule {

    /** Who has the lower one goes first; among equals it depends. */
    int rank(Bid bid, Instant now);

    /** Whether this order may be created although others could use the permit. */
    boolean isInTurn(Bid.Create create);

    /** Whether this is not to be done yet, although a permit may be there that nobody else uses. */
    boolean isHeld(Bid bid);

    /**
     * A permit was promised.
     *
     * @param contended whether an order that is to be created had to wait
     */
    void promised(Bid bid, boolean contended);

    /** One more order is placed with a permit that was promised. */
    void joined();

    /** A promise was not used. */
    void givenBack(Bid bid);

    /** So many orders that were to be placed are none: they need no call of their own. */
    void notPlaced(int orders);

    /** So many permits were there that could end orders or place them, and were used or not. */
    void passed(int permits);

    /**
     * What permits there is use for.
     *
     * @param queued calls that wait for their permit, and that no task has asked for
     */
    Demand demand(Workload workload, int queued);

    /** New orders per permit while requests wait. */
    double createFraction();

    /** Mean age at which codes are found, seconds of the API's world; 0 if not known. */
    double expectedCodeAge();

    /** Looks that it takes to find a code; 0 if not known. */
    double looksPerCode();
}
