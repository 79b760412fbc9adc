package io.otpstream.app.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds ports on 127.0.0.1 for servers that must know theirs some time before they open it. Servers that can should ask
 * the system for any port instead.
 *
 * <p>The ports are below those that Linux (32768 and up), macOS and Windows hand out by themselves, so that nobody is
 * given one before its server opens it. Each process goes through them from a place of its own.
 */
public final class FreePorts {

    private static final int FIRST = 20_000;
    private static final int COUNT = 12_000;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private FreePorts() {}

    /**
     * Different ports that were free a moment ago. Thread-safe.
     *
     * @throws UncheckedIOException when there are not so many
     */
    public static List<Integer> find(int count) {
        List<Integer> found = new ArrayList<>();
        for (int tried = 0; tried < COUNT && found.size() < count; tried++) {
            int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
            if (isFree(port)) {
                found.add(port);
            }
        }
        if (found.size() < count) {
            throw new UncheckedIOException(new BindException(
                    "too few free ports from " + FIRST + " to " + (FIRST + COUNT - 1) + " on 127.0.0.1"));
        }
        return found;
    }

    /** Whether a server could open it now. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port));
            return true;
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
