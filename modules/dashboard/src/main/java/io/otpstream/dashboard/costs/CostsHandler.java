package io.otpstream.dashboard.costs;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.InstantSource;

/**
 * Answers {@code GET /api/costs?by=&from=&to=&format=}: {@code by} is {@code label}, {@code tenant}, {@code country} or
 * {@code platform}, {@code from} and {@code to} are RFC 3339 instants or dates, {@code format} is {@code json} or
 * {@code csv}. All may be left out. A wrong one gives 400 and
 * {@code {"error": {"code", "message", "field"}}}.
 */
public final class CostsHandler implements Handler {

    private final CostsApi api;

    /** @param records asked for with every request */
    public CostsHandler(CostRecords records, InstantSource clock) {
        this.api = new CostsApi(records, clock);
    }

    @Override
    public void handle(Context context) {
        CostsApi.Answer answer = api.answer(context.queryParamMap());
        context.status(answer.status());
        context.contentType(answer.format().contentType());
        if (answer.format() == CostsApi.Format.CSV) {
            context.header("Content-Disposition", "attachment; filename=\"otpstream-costs.csv\"");
        }
        context.result(answer.body());
    }
}
