package io.otpstream.app.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Buys one number of the API itself, gives it back, and finds out on the way what of the published contract holds. For
 * one thread, once.
 */
public final class LiveCheck {

    private static final String NOT_REACHED = "the check ended before";

    private final LiveSettings settings;
    private final Pause pause;
    private final Consumer<String> progress;
    private final Findings findings;
    private @Nullable LiveOrder open;
    private @Nullable LiveAnswer refusal;

    /**
     * A check that hasn't begun.
     *
     * @param onFinding told each finding as soon as there is one
     * @param progress told what is going on
     */
    public LiveCheck(LiveSettings settings, Pause pause, Consumer<Finding> onFinding, Consumer<String> progress) {
        this.settings = settings;
        this.pause = pause;
        this.progress = progress;
        this.findings = new Findings(onFinding);
    }

    /**
     * Runs it to its end, or until the pause is interrupted: then what can still be given back is.
     *
     * @throws LiveCheckException when it can't go on
     */
    public LiveReport run() throws InterruptedException, LiveCheckException {
        try (LiveApi api = new LiveApi(settings.url(), settings.token(), pause)) {
            LiveAccount account = new LiveAccount(api, findings);
            long before = account.balanceIdr();
            account.webhook();
            LivePurchase purchase =
                    new LivePurchase(api, findings, pause, account.choose(settings), settings.maxSpendIdr());
            LiveOrder bought = purchase.buy();
            open = bought;
            progress.accept("bought order " + bought.id() + " for " + bought.amountIdr() + " IDR");
            LiveOrder order = read(api, bought);
            open = order;
            new OrderFacts(findings, settings.speed()).note(order);
            tryKey(purchase, account, order, before);
            findings.decide(Assumption.ACTIVE_LIST, isListed(api, order), "looked for order " + order.id());
            giveBack(api, order);
            long after = account.balanceIdr();
            reckon(order, before, after);
            api.conclude(findings);
            findings.untestedRest(NOT_REACHED);
            return new LiveReport(findings.all(), left(), before - after);
        } catch (IOException noAnswer) {
            throw new LiveCheckException(
                    "the API doesn't answer (" + noAnswer.getClass().getSimpleName() + ")" + leftInWords());
        } catch (LiveCheckException e) {
            throw new LiveCheckException(e.getMessage() + leftInWords());
        }
    }

    private void tryKey(LivePurchase purchase, LiveAccount account, LiveOrder order, long before)
            throws IOException, InterruptedException, LiveCheckException {
        purchase.replay(order);
        long charged = before - account.balanceIdr();
        findings.decide(
                Assumption.CHARGED_ONCE,
                charged == order.amountIdr(),
                "the balance fell by " + charged + " IDR, the order's amount is " + order.amountIdr());
        findings.decide(
                Assumption.MONEY_UNIT,
                order.json().path("amount").isIntegralNumber()
                        && order.amountIdr() <= settings.maxSpendIdr()
                        && charged == order.amountIdr(),
                "amount " + order.amountIdr() + ", balance " + charged + " lower, max_price " + settings.maxSpendIdr());
        purchase.reuse();
    }

    private void giveBack(LiveApi api, LiveOrder order) throws IOException, InterruptedException {
        LiveCancel cancel = new LiveCancel(api, findings, pause, InstantSource.system(), settings.speed(), progress);
        Optional<LiveAnswer> refused = cancel.tooEarly(order) ? Optional.empty() : cancel.whenItMayBe(order);
        if (refused.isPresent()) {
            refusal = refused.get();
            return;
        }
        open = null;
        progress.accept("order " + order.id() + " is cancelled");
        cancel.again(order);
        findings.decide(Assumption.ENDED_UNLISTED, !isListed(api, order), "looked for order " + order.id());
        LiveAnswer answer = api.get("/orders/" + order.id());
        String status = new LiveOrder(answer.data()).status();
        findings.decide(
                Assumption.ENDED_READABLE,
                status.equals("CANCELED"),
                answer.isSuccess() ? "its status is " + status : answer.inShort());
    }

    private void reckon(LiveOrder order, long before, long after) {
        String evidence = before + " IDR before, " + after + " after";
        if (open == null) {
            findings.decide(Assumption.BALANCE_RESTORED, before == after, evidence);
        } else {
            findings.untested(Assumption.BALANCE_RESTORED, "order " + order.id() + " is not cancelled; " + evidence);
        }
    }

    private static LiveOrder read(LiveApi api, LiveOrder bought)
            throws IOException, InterruptedException, LiveCheckException {
        LiveAnswer answer = api.get("/orders/" + bought.id());
        if (!answer.isSuccess()) {
            throw new LiveCheckException("the order can't be read: " + answer.inShort());
        }
        return new LiveOrder(answer.data());
    }

    private static boolean isListed(LiveApi api, LiveOrder order) throws IOException, InterruptedException {
        JsonNode rows = api.get("/orders/active").data();
        return StreamSupport.stream(rows.spliterator(), false)
                .anyMatch(row -> row.path("id").asText().equals(order.id()));
    }

    private String left() {
        LiveOrder order = open;
        if (order == null) {
            return "";
        }
        if (refusal != null && refusal.isRefusal("CONFLICT")) {
            return "order " + order.id() + " can't be given back (" + refusal.inShort()
                    + "); if a text has come, it is paid for";
        }
        return "order " + order.id() + " is still open"
                + order.cancelAvailableAt()
                        .map(at -> ": it can be cancelled from " + at + " on")
                        .orElse("")
                + order.expiresAt().map(at -> "; unused it expires at " + at).orElse("; unused it expires")
                + " and is refunded";
    }

    private String leftInWords() {
        return open == null ? "" : "; " + left();
    }
}
