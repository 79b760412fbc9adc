/**
 * The vendor's stand-in: a real HTTP server that behaves as the SMSCode guide or the published contract says, keeps a
 * ledger that tells the truth, and fails on request. It shares no code with what is tested against it.
 */
@NullMarked
package io.otpstream.simulator;

import org.jspecify.annotations.NullMarked;
