package io.otpstream.dashboard.api;

import io.javalin.config.RoutesConfig;
import io.otpstream.dashboard.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The page and what it is made of, all from our own jars. */
public final class Assets implements Routes {

    private static final String PAGE = "io/otpstream/dashboard/page/";
    private static final String UPLOT = "META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    private record Asset(String type, String text) {}

    /** Reads them all, so that what is missing is found at the start. */
    public Assets() {
        add("/", HTML, PAGE + "index.html");
        add("/dashboard.css", STYLE, PAGE + "dashboard.css");
        add("/dashboard.js", SCRIPT, PAGE + "dashboard.js");
        add("/feed.js", SCRIPT, PAGE + "feed.js");
        add("/format.js", SCRIPT, PAGE + "format.js");
        add("/plots.js", SCRIPT, PAGE + "plots.js");
        add("/sections.js", SCRIPT, PAGE + "sections.js");
        add("/icon.svg", "image/svg+xml", PAGE + "icon.svg");
        add("/uplot.js", SCRIPT, UPLOT + "uPlot.esm.js");
        add("/uplot.css", STYLE, UPLOT + "uPlot.min.css");
    }

    @Override
    public void addTo(RoutesConfig routes) {
        assets.forEach((path, asset) ->
                routes.get(path, ctx -> ctx.contentType(asset.type()).result(asset.text())));
    }

    private void add(String path, String type, String resource) {
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("this jar was built without " + resource);
            }
            assets.put(path, new Asset(type, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
