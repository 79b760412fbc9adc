package io.otpstream.dashboard.http;

import io.javalin.http.Context;
import io.otpstream.dashboard.DashboardSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask. On loopback whoever can reach it, unless a password is set; but no page of somebody else's, whose name
 * was made to point here (DNS rebinding). Elsewhere, who has the password.
 */
final class Guard {

    /** Say that the process runs and whether it serves, and nothing else: who probes it is given no secret. */
    private static final Set<String> OPEN = Set.of("/api/health/live", "/api/health/ready");

    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    private final DashboardSettings settings;

    Guard(DashboardSettings settings) {
        this.settings = settings;
    }

    /** @throws ApiException for who may not */
    void check(Context ctx) {
        harden(ctx);
        if (settings.isLoopback() && !isOurs(ctx.header("Host"))) {
            throw ApiException.wrongHost();
        }
        Optional<Password> password = settings.password();
        if (password.isPresent() && !OPEN.contains(ctx.path()) && !knows(password.get(), ctx.header("Authorization"))) {
            ctx.header("WWW-Authenticate", "Basic realm=\"otpstream\", charset=\"UTF-8\"");
            throw ApiException.unauthorized();
        }
    }

    /** Nothing from elsewhere, nowhere else, and nothing kept. */
    private static void harden(Context ctx) {
        ctx.header(
                "Content-Security-Policy",
                "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Cross-Origin-Resource-Policy", "same-origin");
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("Cache-Control", "no-store");
    }

    private boolean isOurs(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String name = host.replaceFirst(":\\d+$", "");
        return DashboardSettings.isLoopback(name.replaceAll("^\\[|]$", ""));
    }

    private static boolean knows(Password password, @Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .flatMap(Guard::given)
                .filter(given -> MessageDigest.isEqual(digest(given), digest(password.value())))
                .isPresent();
    }

    private static Optional<String> given(String authorization) {
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(authorization.substring(BEARER.length()).strip());
        }
        return authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())
                ? basic(authorization.substring(BASIC.length()).strip())
                : Optional.empty();
    }

    /** Any user name will do. */
    private static Optional<String> basic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Of one length, whatever was given: the time that comparing takes says nothing. */
    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
