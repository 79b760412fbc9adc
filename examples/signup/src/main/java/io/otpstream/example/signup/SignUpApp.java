package io.otpstream.example.signup;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A web application that lets people sign up with their phone: it asks for the number, texts a code to it, and asks for
 * the code. It listens on 127.0.0.1, and writes neither numbers nor codes to any log.
 */
public final class SignUpApp implements AutoCloseable {

    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final String TICKET = "sign-up";

    private final SignUps signUps = new SignUps();
    private final SmsGateway gateway;
    private final Javalin javalin = Javalin.create(this::configure);

    private SignUpApp(SmsGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Returns once the application answers.
     *
     * @param port 0 for any free one
     */
    public static SignUpApp start(SmsGateway gateway, int port) {
        SignUpApp app = new SignUpApp(gateway);
        app.javalin.start("127.0.0.1", port);
        return app;
    }

    /** The same on a free port, with a gateway that takes texts at this URL. */
    public static SignUpApp start(URI smsGateway) {
        return start(new HttpSmsGateway(smsGateway), 0);
    }

    /** Beside {@code otpstream sandbox}, to sign up by hand. */
    public static void main(String... args) {
        if (args.length != 2) {
            System.err.println("usage: SignUpApp PORT SMS_GATEWAY_URL");
            System.exit(2);
        }
        SignUpApp app = start(new HttpSmsGateway(URI.create(args[1])), Integer.parseInt(args[0]));
        System.out.println("sign up at " + app.uri());
    }

    /** Where the first page is. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + javalin.port() + "/");
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.routes.get("/", ctx -> ctx.html(Page.SIGN_UP.text()));
        config.routes.post("/numbers", this::takeNumber);
        config.routes.get("/code", ctx -> ctx.html(Page.CODE.text()));
        config.routes.post("/codes", this::takeCode);
        config.routes.get("/welcome", this::welcome);
        config.routes.get("/style.css", ctx -> ctx.contentType("text/css").result(Page.STYLE.text()));
    }

    private void takeNumber(Context ctx) {
        String number = typed(ctx, "phone").replaceAll("[ ()-]", "");
        if (!PHONE_NUMBER.matcher(number).matches()) {
            askAgain(ctx, Page.SIGN_UP, "Phone number: expected a plus sign, the country and the number.");
            return;
        }
        SignUp signUp = new SignUp();
        try {
            gateway.send(number, signUp.text());
        } catch (SmsNotTakenException e) {
            ctx.status(HttpStatus.BAD_GATEWAY).html(Page.SIGN_UP.withProblem("No text could be sent to this number."));
            return;
        }
        ctx.cookie(ticket(signUps.keep(signUp)));
        ctx.redirect("/code", HttpStatus.SEE_OTHER);
    }

    private void takeCode(Context ctx) {
        Optional<SignUp> signUp = signUps.find(ctx.cookie(TICKET));
        if (signUp.isEmpty()) {
            ctx.redirect("/", HttpStatus.SEE_OTHER);
            return;
        }
        switch (signUp.get().check(typed(ctx, "code"))) {
            case RIGHT -> ctx.redirect("/welcome", HttpStatus.SEE_OTHER);
            case WRONG -> askAgain(ctx, Page.CODE, "This is not the code that we sent.");
            case OVER -> askAgain(ctx, Page.SIGN_UP, "Three wrong codes. Have a new one sent.");
        }
    }

    private void welcome(Context ctx) {
        if (signUps.find(ctx.cookie(TICKET)).filter(SignUp::isVerified).isPresent()) {
            ctx.html(Page.WELCOME.text());
        } else {
            ctx.redirect("/", HttpStatus.SEE_OTHER);
        }
    }

    private static void askAgain(Context ctx, Page page, String problem) {
        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT).html(page.withProblem(problem));
    }

    private static String typed(Context ctx, String field) {
        String value = ctx.formParam(field);
        return value == null ? "" : value;
    }

    /** For this browser session only, and out of reach of scripts and other sites. */
    private static Cookie ticket(String value) {
        Cookie cookie = new Cookie(TICKET, value);
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        return cookie;
    }
}
