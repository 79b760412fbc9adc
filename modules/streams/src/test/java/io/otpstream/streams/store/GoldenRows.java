package io.otpstream.streams.store;

import io.otpstream.streams.store.VerificationRow.Phase;

/** Rows of version 1, as they lie in stores and changelogs. */
final class GoldenRows {

    private static final String HISTORY = """
            "history":{"request":{"platform_id":1,"country_ids":[6,7],"max_price_idr":9000,"timeout_ms":90000,\
            "max_attempts":2,"requested_at":"2026-01-01T00:00:00Z","start_before":"2026-01-02T00:00:00Z",\
            "priority":"INTERACTIVE","tenant":"checkout","labels":["nightly"],\
            "choice":"BEST","announces_text":true,"routing":"CHEAPEST","hold_ms":0},\
            "attempt":3,"doubts":1,"setbacks":2,"calls":7,\
            "past":[{"attempt":1,"country_id":6,"end":"NO_STOCK","error_code":"PRODUCT_UNAVAILABLE"},\
            {"attempt":2,"country_id":7,"end":"TIMED_OUT","order_id":"o1","price_idr":3500}],\
            "cleanups":[{"attempt":2,"order_id":"o1","country_id":7,"platform_id":1,"price_idr":3500,\
            "price_from":"CHARGED","placed_at":"2026-01-01T00:00:00Z","text_requested_at":"2026-01-01T00:00:01Z",\
            "reason":"TIMED_OUT","step":"LOOK",\
            "next_try_at":"2026-01-01T00:00:05Z","looks_from":"2026-01-01T00:00:07Z","tries":4},\
            {"attempt":2,"order_id":"o1","country_id":7,"platform_id":1,"price_idr":3500,\
            "price_from":"CHARGED","placed_at":"2026-01-01T00:00:00Z","text_requested_at":"2026-01-01T00:00:01Z",\
            "reason":"ORPHANED","step":"CANCEL",\
            "next_try_at":"2026-01-01T00:00:06Z","looks_from":"2026-01-01T00:00:07Z","tries":4}]}""";
    private static final String ORDER = """
            "order":{"attempt":3,"order_id":"o2","phone_number":"+6281200000001","country_id":6,"price_idr":3500,\
            "price_from":"CATALOG","placed_at":"2026-01-01T00:00:01Z","expires_at":"2026-01-01T00:20:00Z","sms_revision":0},\
            "text_requested_at":"2026-01-01T00:00:02Z","empty_at":"2026-01-01T00:00:04Z",\
            "deadline":"2026-01-01T00:01:32Z\"""";
    private static final String LOOKS = """
            "next_at":"2026-01-01T00:00:06Z","looks_from":"2026-01-01T00:00:05Z\"""";

    private GoldenRows() {}

    static String of(Phase phase) {
        String components =
                switch (phase) {
                    case WITHDRAWN_AHEAD, SETTLED_UNREAD -> "\"forget_at\":\"2026-01-01T00:00:00Z\",\"unavailable\":[]";
                    case SETTLED -> "\"forget_at\":\"2026-01-01T00:00:09Z\"," + HISTORY + ",\"unavailable\":[]";
                    case WAITING ->
                        HISTORY + ",\"first_country\":1,\"unavailable\":[6],\"not_before\":\"2026-01-01T00:00:09Z\"";
                    case PLACING ->
                        HISTORY + ",\"first_country\":1,\"unavailable\":[6],\"create\":{\"country_id\":7,"
                                + "\"price_idr\":9000,\"call\":7,\"send_by\":\"2026-01-01T00:00:09Z\","
                                + "\"withdrawn\":true}";
                    case OPEN -> HISTORY + ",\"first_country\":1,\"unavailable\":[]," + ORDER + "," + LOOKS;
                    case CANCELLING ->
                        HISTORY + ",\"first_country\":1,\"unavailable\":[]," + ORDER
                                + ",\"cancel_reason\":\"NUMBER_REJECTED\",\"step\":\"LOOK\"," + LOOKS;
                };
        return "{\"version\":1,\"phase\":\"" + phase + "\"," + components + "}";
    }
}
