package io.otpstream.contract;

/** By what a provider is picked among those that offer the number, where the API leaves a choice. */
public enum Routing implements WireWord {
    /** The one that costs least. */
    CHEAPEST,
    /** The one at which codes arrive most often, as the vendor knows. */
    BEST_SUCCESS
}
