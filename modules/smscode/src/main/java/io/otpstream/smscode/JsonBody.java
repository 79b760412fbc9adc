package io.otpstream.smscode;

import java.nio.charset.StandardCharsets;

/** What is sent with a request, to the byte. It may hold a secret, so it isn't shown. */
final class JsonBody {

    private final byte[] bytes;

    /** @param bytes not copied: nobody writes to them any more */
    JsonBody(byte[] bytes) {
        this.bytes = bytes;
    }

    static JsonBody of(String json) {
        return new JsonBody(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Not a copy: readers don't write to it. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "JsonBody[" + bytes.length + " bytes]";
    }
}
