package io.otpstream.simulator.vendor;

/** The customer's money with the vendor, in whole rupiah. It never falls below zero. */
final class Account {

    private long balanceIdr;
    private long chargedIdr;
    private long refundedIdr;

    Account(long balanceIdr) {
        this.balanceIdr = balanceIdr;
    }

    long balanceIdr() {
        return balanceIdr;
    }

    long chargedIdr() {
        return chargedIdr;
    }

    long refundedIdr() {
        return refundedIdr;
    }

    boolean canPay(long priceIdr) {
        return balanceIdr >= priceIdr;
    }

    void charge(long priceIdr) {
        if (!canPay(priceIdr)) {
            throw new IllegalStateException("charged more than the balance");
        }
        balanceIdr -= priceIdr;
        chargedIdr += priceIdr;
    }

    void refund(long priceIdr) {
        balanceIdr += priceIdr;
        refundedIdr += priceIdr;
    }

    /** @throws RefusedException when the amount is not positive, or more than a long can count */
    void deposit(long amountIdr) {
        if (amountIdr <= 0 || amountIdr > Long.MAX_VALUE / 2 - balanceIdr) {
            throw RefusedException.invalid("amount_idr", "amount_idr: expected a positive amount in whole rupiah");
        }
        balanceIdr += amountIdr;
    }

    /** @throws RefusedException when the balance is negative */
    void setBalance(long otherBalanceIdr) {
        if (otherBalanceIdr < 0 || otherBalanceIdr > Long.MAX_VALUE / 2) {
            throw RefusedException.invalid("balance_idr", "balance_idr: expected zero or more whole rupiah");
        }
        balanceIdr = otherBalanceIdr;
    }
}
