package io.otpstream.app.catalog;

/** The catalogue can't be told; the message is a part of a sentence for the one who asked, without secrets. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CatalogException(String message) {
        super(message);
    }
}
