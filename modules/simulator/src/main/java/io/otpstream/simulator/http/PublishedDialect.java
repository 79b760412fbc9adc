package io.otpstream.simulator.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.otpstream.simulator.vendor.VendorDesk;
import java.time.Duration;
import java.util.UUID;

/** The calls of the published contract, under {@code /v1}, and what they have in common. */
final class PublishedDialect implements Contract {

    /** The contract says 1 MB. */
    private static final long LARGEST_BODY = 1024 * 1024;

    private static final String REQUEST_ID = "x-request-id";

    private final VendorDesk desk;
    private final Spelling spelling;
    private final WebhookSender sender;
    private final WebhookPump pump;
    private final PublishedCatalog catalog;
    private final PublishedPurchases purchases;
    private final PublishedOrders orders;
    private final PublishedWebhook webhook;

    PublishedDialect(VendorDesk desk, Connections connections) {
        this.desk = desk;
        spelling = new PublishedErrors(desk.clock());
        Duration timeout = desk.ask((vendor, now) -> vendor.webhooks().rules().timeout());
        sender = new WebhookSender(timeout, desk.clock());
        pump = new WebhookPump(desk, sender);
        Counter counter = new Counter(desk, spelling, connections);
        catalog = new PublishedCatalog(desk, counter);
        purchases = new PublishedPurchases(desk, spelling, counter);
        orders = new PublishedOrders(desk, counter);
        webhook = new PublishedWebhook(desk, counter, sender);
    }

    @Override
    public Spelling spelling() {
        return spelling;
    }

    @Override
    public long largestBody() {
        return LARGEST_BODY;
    }

    @Override
    public void start() {
        pump.start();
    }

    @Override
    public void close() {
        pump.close();
        sender.close();
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before("/v1/*", PublishedDialect::nameRequest);
        catalog.addTo(routes);
        purchases.addTo(routes);
        orders.addTo(routes);
        webhook.addTo(routes);
        new PublishedControl(desk).addTo(routes);
    }

    /** The envelope only where there is no such path. */
    @Override
    public void unserved(HttpResponseException e, Context ctx) {
        Answer answer =
                switch (e.getStatus()) {
                    case 404 -> Answer.error(404, "NOT_FOUND", "the API has nothing here");
                    case 413 -> Answer.plainText(413, "length limit exceeded");
                    default -> Answer.plainText(e.getStatus(), "");
                };
        answer.send(ctx);
    }

    /** Every response carries the customer's id of the request, or one of the vendor's own. */
    private static void nameRequest(Context ctx) {
        String given = ctx.header(REQUEST_ID);
        ctx.header(REQUEST_ID, given == null ? UUID.randomUUID().toString() : given);
    }
}
