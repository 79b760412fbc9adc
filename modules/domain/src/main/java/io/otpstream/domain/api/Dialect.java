package io.otpstream.domain.api;

/** The two contracts of the API: what the vendor's guide describes, and what it has published as OpenAPI. */
public enum Dialect {
    GUIDE,
    PUBLISHED
}
