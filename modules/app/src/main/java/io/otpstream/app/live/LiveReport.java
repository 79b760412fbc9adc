package io.otpstream.app.live;

import java.util.List;

/**
 * How a check came out.
 *
 * @param findings one for each assumption
 * @param open what is left behind and what to do about it; empty if nothing is
 * @param lostIdr by how much the balance is lower than before, whole rupiah
 */
public record LiveReport(List<Finding> findings, String open, long lostIdr) {

    public LiveReport {
        findings = List.copyOf(findings);
    }

    /** How many assumptions have this verdict. */
    public long count(Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    /** Nothing refuted, nothing left behind, and all money back. */
    public boolean isGood() {
        return count(Verdict.REFUTED) == 0 && open.isEmpty() && lostIdr == 0;
    }
}
