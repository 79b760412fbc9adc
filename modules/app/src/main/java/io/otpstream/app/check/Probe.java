package io.otpstream.app.check;

import java.util.List;

/** Looks at one thing, and tells one finding for each of its checks. */
public interface Probe {

    /** What it looks at. */
    List<CheckId> checks();

    /**
     * Looks, once, on a thread of its own. What it asks has time-outs of its own; when the whole examination is over, the
     * thread is interrupted.
     *
     * @throws Exception what it throws is told as a finding
     */
    List<Finding> look() throws Exception;
}
