package io.otpstream.domain.plan;

/** Which order is looked at next. */
public enum PollStrategy {
    /** The one whose code has most likely been there for longest; new orders are paced while requests wait. */
    ADAPTIVE,
    /** The one that has been due for longest, every one as often as allowed; new orders get what is left. */
    FIXED
}
