package io.otpstream.dashboard.tables;

import io.otpstream.contract.Alert;
import java.util.List;

/**
 * What a person should look at.
 *
 * @param active what was raised and not cleared, the worst first
 * @param recent what is over, the newest first
 */
public record Alerts(List<Alert> active, List<Alert> recent) {}
