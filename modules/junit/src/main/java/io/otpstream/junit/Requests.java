package io.otpstream.junit;

import io.otpstream.client.OtpClient;
import io.otpstream.client.Verification;
import io.otpstream.contract.VerificationRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The requests of one test, or those that a class has made for all of its tests. */
final class Requests implements AutoCloseable {

    private final List<Request> open = new CopyOnWriteArrayList<>();

    private Requests() {}

    /** Those of this context alone. JUnit closes them together with it. */
    static Requests of(ExtensionContext context) {
        return Stores.getOrCreate(Stores.of(context), key(context), key -> new Requests(), Requests.class);
    }

    /**
     * Withdraws those of this context, while those of the contexts around it stay for others.
     *
     * @return all of them, the outer ones first, and how it stands with them now
     */
    static Map<Request, Request.State> end(ExtensionContext context) {
        Map<Request, Request.State> all = new LinkedHashMap<>();
        context.getParent().stream().flatMap(Requests::around).forEach(request -> all.put(request, request.state()));
        all.putAll(of(context).end());
        return all;
    }

    private static Stream<Request> around(ExtensionContext context) {
        Stream<Request> outer = context.getParent().stream().flatMap(Requests::around);
        Requests here = Stores.of(context).get(key(context), Requests.class);
        return here == null ? outer : Stream.concat(outer, here.open.stream());
    }

    /** Sends it. */
    Verification add(OtpClient client, PhoneVerification wanted) {
        Verification verification = client.request(request(wanted));
        open.add(new Request(verification, wanted));
        return verification;
    }

    @Override
    public void close() {
        end();
    }

    private Map<Request, Request.State> end() {
        Map<Request, Request.State> ended = new LinkedHashMap<>();
        open.forEach(request -> ended.put(request, request.end()));
        open.clear();
        return ended;
    }

    private static VerificationRequest request(PhoneVerification wanted) {
        VerificationRequest request = VerificationRequest.of(wanted.platform(), wanted.countries())
                .withTimeoutSeconds(wanted.timeoutSeconds())
                .withLabels(wanted.labels());
        return wanted.maxPriceIdr() == Long.MAX_VALUE ? request : request.withMaxPriceIdr(wanted.maxPriceIdr());
    }

    /** A store also finds what the stores around it hold, unless the keys differ. */
    private static String key(ExtensionContext context) {
        return context.getUniqueId();
    }
}
