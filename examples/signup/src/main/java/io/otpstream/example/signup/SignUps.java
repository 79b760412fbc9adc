package io.otpstream.example.signup;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All sign-ups by the ticket that the visitor's browser keeps. In memory, which will do for an example. */
final class SignUps {

    private final Map<String, SignUp> byTicket = new ConcurrentHashMap<>();

    /** Keeps one, and gives its ticket, which can't be guessed. */
    String keep(SignUp signUp) {
        String ticket = UUID.randomUUID().toString();
        byTicket.put(ticket, signUp);
        return ticket;
    }

    /** @param ticket null for a visitor who brings none */
    Optional<SignUp> find(@Nullable String ticket) {
        return Optional.ofNullable(ticket).map(byTicket::get);
    }
}
