package io.otpstream.smscode;

import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.RequestNotExecutedException;

/**
 * What an exception of the HTTP client says.
 *
 * @param detail for people. Messages of exceptions are taken over only where they can't quote what the server sent.
 * @param nothingLeft true when this can only happen before the first byte of a request. That is so for failures to
 *     connect, and for a request that was still queued when its connection was found closed.
 */
record Breakage(String detail, boolean nothingLeft) {

    static Breakage of(Exception cause) {
        return switch (cause) {
            case UnknownHostException e -> new Breakage("unknown host: " + e.getMessage(), true);
            case ConnectException e -> new Breakage("no connection: " + e.getMessage(), true);
            case ConnectTimeoutException e -> new Breakage("no connection in time", true);
            case ConnectionRequestTimeoutException e -> new Breakage("no free connection in time", true);
            case RequestNotExecutedException e -> new Breakage("the connection was closed before its use", true);
            case BodyCollector.TooLongException e -> after(String.valueOf(e.getMessage()));
            case ConnectionClosedException e -> after("the other side closed the connection too early");
            case SocketTimeoutException e -> after("the connection was silent for too long");
            case SocketException e -> after("the connection broke: " + e.getMessage());
            case SSLException e -> after("TLS failed: " + e.getMessage());
            case HttpException e -> after("the answer is not proper HTTP");
            default -> after("the connection broke (" + cause.getClass().getSimpleName() + ")");
        };
    }

    private static Breakage after(String detail) {
        return new Breakage(detail, false);
    }
}
