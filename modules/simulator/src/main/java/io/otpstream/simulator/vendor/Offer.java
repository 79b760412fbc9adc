package io.otpstream.simulator.vendor;

/** A row of the price list: a product and how many numbers are left. */
public record Offer(Product product, int availableCount) {}
