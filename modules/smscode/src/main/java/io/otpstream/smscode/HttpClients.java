package io.otpstream.smscode;

import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** HttpClient with everything off that does more than one exchange per call, or that remembers anything. */
final class HttpClients {

    /** Shorter than the keep-alive of most servers, so that it is rarely them who close first. */
    static final TimeValue KEEP_ALIVE = TimeValue.ofSeconds(20);

    private HttpClients() {}

    /** @param beforeSending is run when a connection is there, right before the request is handed to it */
    static CloseableHttpAsyncClient create(ClientSettings settings, AsyncExecChainHandler beforeSending) {
        Timeout timeout = Timeout.of(settings.timeout());
        return HttpAsyncClientBuilder.create()
                .setConnectionManager(connections(settings, timeout))
                .setDefaultRequestConfig(requests(timeout))
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(2)
                        .setSoTimeout(timeout)
                        .build())
                .setHttp1Config(Http1Config.custom()
                        .setMaxLineLength(16 * 1024)
                        .setMaxHeaderCount(200)
                        .build())
                .setThreadFactory(new DefaultThreadFactory("otpstream-smscode", true))
                .setUserAgent(userAgent())
                // The default one logs every byte, token and codes included, where the log level allows it.
                .setIoSessionDecorator(session -> session)
                .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "before-sending", beforeSending)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableConnectionState()
                .disableContentCompression()
                .evictExpiredConnections()
                .evictIdleConnections(KEEP_ALIVE)
                .build();
    }

    private static AsyncClientConnectionManager connections(ClientSettings settings, Timeout timeout) {
        return PoolingAsyncClientConnectionManagerBuilder.create()
                .setMaxConnTotal(settings.maxConnections())
                .setMaxConnPerRoute(settings.maxConnections())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        // Always: a stale connection costs a POST whose fate nobody knows. It finds what has been
                        // seen to end; a connection that ends as its next request is handed over is not found.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        // So that a changed address of the host is noticed.
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                        .setHandshakeTimeout(timeout)
                        .build())
                .build();
    }

    private static RequestConfig requests(Timeout timeout) {
        return RequestConfig.custom()
                .setConnectionRequestTimeout(timeout)
                .setResponseTimeout(timeout)
                .setDefaultKeepAlive(KEEP_ALIVE.getDuration(), KEEP_ALIVE.getTimeUnit())
                .setAuthenticationEnabled(false)
                .setRedirectsEnabled(false)
                .setContentCompressionEnabled(false)
                .setExpectContinueEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setHardCancellationEnabled(true)
                .build();
    }

    private static String userAgent() {
        String version = HttpClients.class.getPackage().getImplementationVersion();
        return "otpstream/" + (version == null ? "development" : version);
    }
}
