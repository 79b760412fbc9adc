package io.otpstream.smscode;

/** What came after the headers of an answer. It may hold codes and numbers, so it isn't shown. */
sealed interface AnswerBody {

    /** The body as it was sent, to its end; empty where there was none. */
    final class Whole implements AnswerBody {

        private final byte[] bytes;

        Whole(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Not a copy: readers don't write to it. */
        byte[] bytes() {
            return bytes;
        }

        @Override
        public String toString() {
            return "Whole[" + bytes.length + " bytes]";
        }
    }

    /**
     * The body was cut off, too long or not in the shape HTTP gives it.
     *
     * @param why for people, without quoting it
     */
    record Broken(String why) implements AnswerBody {}
}
