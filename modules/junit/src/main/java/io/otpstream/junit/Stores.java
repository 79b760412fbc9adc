package io.otpstream.junit;

import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/** Where JUnit keeps what the extension has opened, asked in words that JUnit 5 and 6 share. */
final class Stores {

    private static final Namespace NAMESPACE = Namespace.create(OtpstreamExtension.class);

    private Stores() {}

    static Store of(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    static Store of(ExtensionContext context, StoreScope scope) {
        return context.getStore(scope, NAMESPACE);
    }

    /** What is created here JUnit closes with the context or scope of the store. */
    @SuppressWarnings("deprecation") // Its successor of JUnit 6 is not in JUnit 5.
    static <V extends AutoCloseable> V getOrCreate(Store store, String key, Function<String, V> create, Class<V> type) {
        return Objects.requireNonNull(store.getOrComputeIfAbsent(key, create, type));
    }
}
