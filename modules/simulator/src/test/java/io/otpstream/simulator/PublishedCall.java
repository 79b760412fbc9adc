package io.otpstream.simulator;

import io.otpstream.simulator.vendor.ApiCall;

/** Every row of the fact sheet's table of endpoints, as a request that anybody can make at any time. */
enum PublishedCall {
    BALANCE(ApiCall.BALANCE, "GET", "/balance", ""),
    COUNTRIES(ApiCall.COUNTRIES, "GET", "/catalog/countries", ""),
    SERVICES(ApiCall.SERVICES, "GET", "/catalog/services", ""),
    PRODUCTS(ApiCall.PRODUCTS, "GET", "/catalog/products?limit=1", ""),
    OPERATORS(ApiCall.OPERATORS, "GET", "/catalog/operators?country_id=6&platform_id=1", ""),
    EXCHANGE_RATE(ApiCall.EXCHANGE_RATE, "GET", "/catalog/exchange-rate", ""),
    CREATE(ApiCall.CREATE, "POST", "/orders/create", "{\"catalog_product_id\":6001}"),
    ACTIVE(ApiCall.ACTIVE, "GET", "/orders/active", ""),
    LIST(ApiCall.LIST, "GET", "/orders", ""),
    ORDER(ApiCall.LOOK, "GET", "/orders/1", ""),
    CANCEL(ApiCall.CANCEL, "POST", "/orders/cancel", "{\"id\":1}"),
    FINISH(ApiCall.FINISH, "POST", "/orders/finish", "{\"id\":1}"),
    RESEND(ApiCall.RESEND, "POST", "/orders/resend", "{\"id\":1}"),
    REACTIVATE(ApiCall.REACTIVATE, "POST", "/orders/reactivate", "{\"id\":1}"),
    REACTIVATE_OPTIONS(ApiCall.REACTIVATE_OPTIONS, "GET", "/orders/1/reactivate-options", ""),
    WEBHOOK(ApiCall.WEBHOOK, "GET", "/webhook", ""),
    WEBHOOK_CHANGE(ApiCall.WEBHOOK_CHANGE, "PATCH", "/webhook", "{\"webhook_url\":\"\"}"),
    WEBHOOK_TEST(ApiCall.WEBHOOK_TEST, "POST", "/webhook/test", "");

    final ApiCall call;
    final String method;
    final String path;
    final String body;

    PublishedCall(ApiCall call, String method, String path, String body) {
        this.call = call;
        this.method = method;
        this.path = path;
        this.body = body;
    }
}
