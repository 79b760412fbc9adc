package io.otpstream.simulator.http;

import io.otpstream.simulator.vendor.RefusedException;

/** How a dialect says no. */
interface Spelling {

    Answer refusal(RefusedException refused);
}
