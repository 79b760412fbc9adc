package io.otpstream.simulator.vendor;

import java.util.Optional;

/**
 * What a customer wants to buy by the published contract.
 *
 * @param quantity how many numbers, 1 to 100
 */
public record OrderRequest(Choice choice, int quantity) {

    private static final int MOST = 100;

    /** Which product, at which of its prices. */
    public sealed interface Choice {}

    /** Exactly this tier. */
    public record Direct(int productId) implements Choice {}

    /**
     * Any tier of a product that fits.
     *
     * @param minPriceIdr whole rupiah
     * @param maxPriceIdr whole rupiah
     * @param operatorId empty for numbers of any operator
     */
    public record Routed(
            int catalogProductId,
            Optional<Long> minPriceIdr,
            Optional<Long> maxPriceIdr,
            Policy policy,
            Optional<Integer> operatorId)
            implements Choice {}

    /** Which of the tiers that fit. */
    public enum Policy {
        CHEAPEST,
        /** The contract doesn't say how success is judged. Here it is the dearest. */
        BEST_SUCCESS
    }

    /** @throws RefusedException when the quantity is out of range */
    public OrderRequest {
        if (quantity < 1 || quantity > MOST) {
            throw RefusedException.invalid("quantity", "quantity: expected 1 to " + MOST);
        }
    }
}
