package io.otpstream.app.pipeline;

import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.config.Speed;
import io.otpstream.app.webhook.ReceiverFactory;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.domain.choice.BreakerRules;
import io.otpstream.domain.money.SpendCaps;
import io.otpstream.domain.plan.TenantRules;
import io.otpstream.domain.rates.RateWatch;
import io.otpstream.streams.Pipeline;
import io.otpstream.streams.PipelineSettings;
import java.time.Duration;

/** Makes the pipeline that the configuration describes. */
public final class PipelineFactory {

    /** Longer than an order that is given up outlives one that brings a code, short enough to notice a bad country soon. */
    private static final Duration BREAKER_MEMORY = Duration.ofMinutes(5);

    private PipelineFactory() {}

    /**
     * A pipeline that isn't running yet.
     *
     * @param api stays the caller's
     */
    public static Pipeline create(OtpstreamConfig config, SmsCodeApi api) {
        Speed speed = config.speed();
        return new Pipeline(
                new PipelineSettings(
                        config.kafka().toClientConfig(),
                        config.streams().applicationId(),
                        config.streams().stateDir(),
                        config.streams().threads(),
                        ApiFactory.timeout(config),
                        config.api().rateLimitPerMinute(),
                        spending(config.spending()),
                        speed.shorten(config.api().pollInterval()),
                        speed.shorten(config.api().catalogTtl()),
                        config.retention().dedup(),
                        config.streams().inDoubtPolicy(),
                        new PipelineSettings.Purchasing(
                                config.buying().maxQuantity(), config.buying().finish()),
                        new RateWatch(config.alerts().successRateBelow()),
                        money(config),
                        breaker(config),
                        ReceiverFactory.isWanted(config, api.dialect()),
                        speed.factor()),
                api);
    }

    private static PipelineSettings.Money money(OtpstreamConfig config) {
        OtpstreamConfig.Money money = config.money();
        return new PipelineSettings.Money(
                config.speed().shorten(money.balanceInterval()),
                new SpendCaps(money.capPerHour(), money.capPerDay()),
                money.lowBelow());
    }

    private static BreakerRules breaker(OtpstreamConfig config) {
        OtpstreamConfig.Breaker breaker = config.buying().breaker();
        return new BreakerRules(
                breaker.successBelowPercent(),
                breaker.minOrders(),
                config.speed().shorten(breaker.pause()),
                config.speed().shorten(BREAKER_MEMORY));
    }

    private static PipelineSettings.Spending spending(OtpstreamConfig.Spending config) {
        return new PipelineSettings.Spending(
                config.strategy(),
                config.targetCodeAge(),
                new TenantRules(config.tenantWeights(), config.tenantOrdersPerMinute()),
                config.split(),
                config.waitIdrPerMinute());
    }
}
