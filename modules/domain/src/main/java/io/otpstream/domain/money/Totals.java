package io.otpstream.domain.money;

/** Sums of {@link Move}s, whole rupiah. */
public record Totals(long chargedIdr, long refundedIdr, long lockedIdr) {

    /** Of no move. */
    public static final Totals NONE = new Totals(0, 0, 0);

    /** With one move more. */
    public Totals plus(Move move) {
        return new Totals(
                chargedIdr + move.chargedIdr(), refundedIdr + move.refundedIdr(), lockedIdr + move.lockedIdr());
    }
}
