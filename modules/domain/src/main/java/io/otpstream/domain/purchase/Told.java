package io.otpstream.domain.purchase;

import io.otpstream.domain.lifecycle.Event;

/** What a member is told of its purchase. */
public record Told(String requestId, Event.CreateAnswered event) {}
