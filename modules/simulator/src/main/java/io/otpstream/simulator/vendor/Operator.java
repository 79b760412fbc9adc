package io.otpstream.simulator.vendor;

/** A mobile operator of a country; made up. */
public record Operator(int id, String code, String name) {}
