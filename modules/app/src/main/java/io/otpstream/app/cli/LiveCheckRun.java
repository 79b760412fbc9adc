package io.otpstream.app.cli;

import io.otpstream.app.live.Finding;
import io.otpstream.app.live.LiveCheck;
import io.otpstream.app.live.LiveCheckException;
import io.otpstream.app.live.LiveReport;
import io.otpstream.app.live.LiveSettings;
import io.otpstream.app.live.Verdict;
import io.otpstream.app.text.JsonLine;
import java.io.PrintWriter;

/** {@code otpstream check --live}, on a terminal or for a program. */
final class LiveCheckRun {

    private final boolean json;
    private final PrintWriter out;
    private final PrintWriter err;

    LiveCheckRun(boolean json, PrintWriter out, PrintWriter err) {
        this.json = json;
        this.out = out;
        this.err = err;
    }

    ExitCode execute(LiveSettings settings, StopSignal stop) throws InterruptedException {
        try {
            LiveReport report = new LiveCheck(settings, stop::await, this::print, this::tell).run();
            print(report);
            return report.isGood() ? ExitCode.OK : ExitCode.FAILURE;
        } catch (LiveCheckException e) {
            throw new CommandFailedException(ExitCode.FAILURE, String.valueOf(e.getMessage()), e);
        }
    }

    private void print(Finding finding) {
        say(
                json
                        ? JsonLine.empty()
                                .with("assumption", finding.assumption().word())
                                .with("verdict", finding.verdict().word())
                                .with("evidence", finding.evidence())
                                .toString()
                        : "%-9s  %-16s  %s: %s"
                                .formatted(
                                        finding.verdict().word(),
                                        finding.assumption().word(),
                                        finding.assumption().sentence(),
                                        finding.evidence()));
    }

    private void print(LiveReport report) {
        long confirmed = report.count(Verdict.CONFIRMED);
        long refuted = report.count(Verdict.REFUTED);
        long untested = report.count(Verdict.UNTESTED);
        say(
                json
                        ? JsonLine.empty()
                                .with("confirmed", confirmed)
                                .with("refuted", refuted)
                                .with("untested", untested)
                                .with("lost_idr", report.lostIdr())
                                .with("left_behind", report.open().isEmpty() ? null : report.open())
                                .toString()
                        : "%d confirmed, %d refuted, %d untested; %d IDR not given back"
                                .formatted(confirmed, refuted, untested, report.lostIdr()));
        if (!report.open().isEmpty()) {
            tell(report.open());
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    private void tell(String line) {
        err.println(line);
        err.flush();
    }
}
