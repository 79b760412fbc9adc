package io.otpstream.client;

/**
 * Is told each number that is rented for a request, the first one included: the way for a program that can enter a second
 * number when the first one brings no code.
 */
@FunctionalInterface
public interface NumberListener {

    /**
     * Called on a thread of the client, for one number of a request after the other; it may block, and use the
     * verification.
     *
     * @param attempt which order of the request, counted from 1
     * @param number rented just now
     * @throws Exception ends the verification: whoever waits for its code gets {@link FailureReason.ListenerFailed} with
     *     this as the cause. The order stays open until it is withdrawn or times out
     */
    void onNumber(int attempt, RentedNumber number) throws Exception;
}
