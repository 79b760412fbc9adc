/**
 * The vendor's business in pure Java: account, stock, orders, tokens, and the ledger that tells the truth about them.
 *
 * <p>Nothing here knows HTTP, a dialect or a clock. Time is a parameter: the <em>model time</em>, which is how long the
 * vendor has been open, in the vendor's own seconds. Only {@link io.otpstream.simulator.vendor.ModelClock} knows how
 * much faster than the wall clock those pass. Nothing but {@link io.otpstream.simulator.vendor.VendorDesk} is safe for
 * use by several threads.
 */
@NullMarked
package io.otpstream.simulator.vendor;

import org.jspecify.annotations.NullMarked;
